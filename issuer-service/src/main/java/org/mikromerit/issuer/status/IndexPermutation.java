package org.mikromerit.issuer.status;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Shuffles a list's places by its secret seed, so that an index tells nobody when, or after whom, a
 * credential was issued. A Feistel network over the next even power of two, walked until the result
 * falls inside the list: each place has exactly one index, and nothing has to be stored or locked.
 */
final class IndexPermutation {
  private static final int ROUNDS = 8;
  private static final String HMAC = "HmacSHA256";

  private final int capacity;
  private final int halfBits;
  private final SecretKeySpec seed;

  /**
   * @param seed at least 16 secret bytes
   * @param capacity how many places the list has
   */
  IndexPermutation(byte[] seed, int capacity) {
    this.seed = new SecretKeySpec(seed, HMAC);
    this.capacity = capacity;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(capacity - 1, 1));
    this.halfBits = (bits + 1) / 2;
  }

  /** The index of the n-th place, from 0. */
  int indexOf(int place) {
    if (place < 0 || place >= capacity) {
      throw new IllegalArgumentException("the list has no such place");
    }
    int index = place;
    do {
      index = shuffleOnce(index);
    } while (index >= capacity);
    return index;
  }

  private int shuffleOnce(int value) {
    int mask = (1 << halfBits) - 1;
    int left = value >>> halfBits;
    int right = value & mask;
    for (int round = 0; round < ROUNDS; round++) {
      int mixed = left ^ (mix(round, right) & mask);
      left = right;
      right = mixed;
    }
    return left << halfBits | right;
  }

  private int mix(int round, int half) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(seed);
      mac.update((byte) round);
      return ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Integer.BYTES).putInt(half).array()))
          .getInt();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
    }
  }
}
