package org.mikromerit.credential.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.mikromerit.credential.key.Multibase;

/**
 * The bits of a Bitstring Status List 1.0: the most significant bit of the first byte is index 0;
 * written as gzip in multibase base64url. Immutable.
 */
public final class StatusBits {

  /** Fewer would tell who is meant (section 3.2). */
  public static final int FEWEST = 131_072;

  // The specification sets no upper bound, so a list of ones compressed a thousandfold needs one
  // from us.
  private static final int LARGEST_BYTES = 16 * 1024 * 1024;

  private final byte[] bytes;

  private StatusBits(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Bits none of which is set.
   *
   * @param size a multiple of 8, at least {@link #FEWEST}
   */
  public static StatusBits blank(int size) {
    if (size < FEWEST || size % 8 != 0 || size / 8 > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "a status list has at least " + FEWEST + " bits, in bytes");
    }
    return new StatusBits(new byte[size / 8]);
  }

  /**
   * These bits.
   *
   * @param size as for {@link #blank}
   */
  public static StatusBits of(BitSet set, int size) {
    return blank(size).withSet(() -> set.stream().iterator());
  }

  /** These bits, and the given ones set too. */
  public StatusBits withSet(Iterable<Integer> indexes) {
    byte[] copy = bytes.clone();
    for (int index : indexes) {
      Objects.checkIndex(index, size());
      copy[index / 8] |= mask(index);
    }
    return new StatusBits(copy);
  }

  public int size() {
    return bytes.length * 8;
  }

  /**
   * Whether the bit is set.
   *
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public boolean isSet(int index) {
    Objects.checkIndex(index, size());
    return (bytes[index / 8] & mask(index)) != 0;
  }

  private static byte mask(int index) {
    return (byte) (0x80 >>> (index % 8));
  }

  /** For {@code encodedList}; equal bits give equal text. */
  public String encode() {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Multibase.base64Url(compressed.toByteArray());
  }

  /**
   * What {@code encodedList} says; empty if it is malformed, too short, or larger than anybody
   * needs.
   */
  public static Optional<StatusBits> decode(String encoded) {
    return Multibase.decodeBase64Url(encoded)
        .flatMap(StatusBits::decompress)
        .filter(bytes -> bytes.length * 8L >= FEWEST)
        .map(StatusBits::new);
  }

  private static Optional<byte[]> decompress(byte[] compressed) {
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = gzip.readNBytes(LARGEST_BYTES + 1);
      return bytes.length > LARGEST_BYTES ? Optional.empty() : Optional.of(bytes);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
