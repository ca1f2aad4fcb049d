package org.mikromerit.credential.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.mikromerit.credential.document.Base64Url;

/**
 * The values of a Token Status List (IETF OAuth, section 4): 1, 2, 4 or 8 bits each, the least
 * significant bits of the first byte are index 0; written as zlib in base64url. Immutable.
 *
 * <p>In all of that it is the reverse of {@link StatusBits}, and shares nothing with them.
 */
public final class TokenStatuses {

  /** Fewer would tell who is meant, as in lists of bits. */
  public static final int FEWEST = StatusBits.FEWEST;

  /** It stands (section 7.1). */
  public static final int VALID = 0;

  /** It is withdrawn for good. */
  public static final int INVALID = 1;

  /** It does not count for the time being. */
  public static final int SUSPENDED = 2;

  private static final Set<Integer> WIDTHS = Set.of(1, 2, 4, 8);

  // The specification sets no upper bound.
  private static final int LARGEST_BYTES = 16 * 1024 * 1024;

  private final int width;
  private final byte[] bytes;

  private TokenStatuses(int width, byte[] bytes) {
    this.width = width;
    this.bytes = bytes;
  }

  /**
   * Values all of which are 0, which is to say valid.
   *
   * @param width bits for each value: 1, 2, 4 or 8
   * @param size how many, a multiple of 8 and at least {@link #FEWEST}
   */
  public static TokenStatuses blank(int width, int size) {
    if (!WIDTHS.contains(width)
        || size < FEWEST
        || size % 8 != 0
        || (long) size * width / 8 > LARGEST_BYTES) {
      throw new IllegalArgumentException("no token status list has this width and size");
    }
    return new TokenStatuses(width, new byte[size / 8 * width]);
  }

  /**
   * A list of two bits each, as the specification means them (section 7.1): 1 invalid, 2 suspended.
   *
   * @param size as for {@link #blank}
   * @param suspended says nothing of what is invalid, which is final
   */
  public static TokenStatuses of(BitSet invalid, BitSet suspended, int size) {
    TokenStatuses statuses = blank(2, size);
    suspended.stream()
        .filter(index -> !invalid.get(index))
        .forEach(i -> statuses.set(i, SUSPENDED));
    invalid.stream().forEach(i -> statuses.set(i, INVALID));
    return statuses;
  }

  /** These values, and another at one index. */
  public TokenStatuses with(int index, int value) {
    TokenStatuses copy = new TokenStatuses(width, bytes.clone());
    copy.set(index, value);
    return copy;
  }

  // Only of what nobody else has seen yet.
  private void set(int index, int value) {
    Objects.checkIndex(index, size());
    Objects.checkIndex(value, 1 << width);
    int place = index * width / 8;
    bytes[place] = (byte) ((bytes[place] & ~(mask() << shift(index))) | (value << shift(index)));
  }

  public int width() {
    return width;
  }

  public int size() {
    return bytes.length * 8 / width;
  }

  /**
   * The value at an index: 0 valid, 1 invalid, 2 suspended (section 7.1).
   *
   * @throws IndexOutOfBoundsException if there is no such index
   */
  public int value(int index) {
    Objects.checkIndex(index, size());
    return (bytes[index * width / 8] >>> shift(index)) & mask();
  }

  private int mask() {
    return (1 << width) - 1;
  }

  private int shift(int index) {
    return index * width % 8;
  }

  /** For {@code lst}; equal values give equal text. */
  public String encode() {
    var compressed = new ByteArrayOutputStream();
    // The highest compression, which section 4.1 advises, costs a list of a million thirteen times
    // the
    // CPU for a sixth of the bytes, and a list is signed as often as each second.
    try (var zlib = new DeflaterOutputStream(compressed)) {
      zlib.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64Url.encode(compressed.toByteArray());
  }

  /**
   * What {@code bits} and {@code lst} say; empty if that is malformed, or larger than anybody
   * needs.
   */
  public static Optional<TokenStatuses> decode(int width, String encoded) {
    return WIDTHS.contains(width)
        ? Base64Url.decode(encoded)
            .flatMap(TokenStatuses::decompress)
            .map(bytes -> new TokenStatuses(width, bytes))
        : Optional.empty();
  }

  private static Optional<byte[]> decompress(byte[] compressed) {
    try (var zlib = new InflaterInputStream(new ByteArrayInputStream(compressed))) {
      byte[] bytes = zlib.readNBytes(LARGEST_BYTES + 1);
      return bytes.length == 0 || bytes.length > LARGEST_BYTES
          ? Optional.empty()
          : Optional.of(bytes);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
