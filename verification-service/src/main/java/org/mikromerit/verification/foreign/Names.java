package org.mikromerit.verification.foreign;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks hosts' names up. */
interface Names {

  /**
   * Every address that the name stands for just now; it may take as long as it likes.
   *
   * @throws UnknownHostException if there is none
   */
  List<InetAddress> addresses(String host) throws UnknownHostException;
}
