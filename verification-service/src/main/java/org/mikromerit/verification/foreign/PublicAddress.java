package org.mikromerit.verification.foreign;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are somebody's on the internet, and not this machine's, its network's or its
 * provider's (the IANA registries of special-purpose addresses, RFC 6890).
 */
final class PublicAddress {
  private static final List<Prefix> NOT_PUBLIC =
      prefixes(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // a carrier's own
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a cloud's own services, at an address that looks public
          "169.254.0.0/16", // link-local, and clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocols
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4", // reserved, and broadcast
          "2001::/23", // protocols, Teredo among them, which has an IPv4 address within
          "2001:db8::/32", // documentation
          "2002::/16", // 6to4, which has an IPv4 address within
          "3fff::/20"); // documentation

  // Of IPv6 this much is given out; the rest is loopback, local, translated (64:ff9b::) or mapped.
  private static final Prefix GIVEN_OUT = Prefix.of("2000::/3");

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    boolean givenOut = address instanceof Inet4Address || GIVEN_OUT.holds(address);
    return givenOut
        && NOT_PUBLIC.stream().noneMatch(prefix -> prefix.holds(address))
        && !isOurs(address);
  }

  /** This machine may have a public address too, behind which it trusts itself. */
  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return true;
    }
  }

  private static List<Prefix> prefixes(String... texts) {
    return Stream.of(texts).map(Prefix::of).toList();
  }

  private record Prefix(InetAddress network, int bits) {

    static Prefix of(String text) {
      int slash = text.indexOf('/');
      return new Prefix(
          InetAddress.ofLiteral(text.substring(0, slash)),
          Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(InetAddress address) {
      byte[] ours = network.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >>> (bit % 8);
        if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
