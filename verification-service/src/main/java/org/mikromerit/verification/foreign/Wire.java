package org.mikromerit.verification.foreign;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;

/** One request to exactly one machine. */
interface Wire {

  /**
   * Asks for the document, under the name of the address and with its certificate, at this machine
   * and no other.
   *
   * @param within to the last byte of the answer
   * @param mostBytes of the answer
   * @throws IOException if nothing came, too much, or too late
   */
  Answer get(ForeignUrl url, InetAddress machine, String accept, Duration within, int mostBytes)
      throws IOException;

  /**
   * What came.
   *
   * @param body empty unless the status is 200
   * @param contentType in lower case and without parameters; empty if none was given
   * @param encoded whether the body is compressed, though we asked for none
   */
  record Answer(
      int status, Optional<String> location, String contentType, boolean encoded, Buffer body) {}
}
