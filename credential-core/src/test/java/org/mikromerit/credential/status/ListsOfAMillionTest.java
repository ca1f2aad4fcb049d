package org.mikromerit.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** The largest list that is issued, with bits that compress to nothing. */
class ListsOfAMillionTest {
  private static final int MILLION = 1_048_576;
  private static final int ROOM_IN_AN_EVENT = 900_000;

  private final BitSet revoked = random(1);
  private final BitSet suspended = random(2);

  @Test
  void aListOfAMillionIsSignedAndReadBitByBit() {
    byte[] signed =
        Samples.signed(
            new StatusListCredential(
                    Samples.LIST,
                    Samples.SCHOOL,
                    StatusPurpose.REVOCATION,
                    StatusBits.of(revoked, MILLION),
                    Samples.ISSUED,
                    Samples.LIST_ENDS)
                .unsigned());

    var read = new World().listVerifier().read(signed, Samples.NOW);

    assertThat(read).isInstanceOf(StatusListVerifier.Trusted.class);
    VerifiedStatusList list = ((StatusListVerifier.Trusted) read).list();
    for (int index = 0; index < MILLION; index++) {
      assertThat(list.bit(index).orElseThrow() == 1).isEqualTo(revoked.get(index));
    }
    assertThat(list.bit(MILLION)).isEmpty();
  }

  @Test
  void aTokenListOfAMillionSaysTheSame() {
    TokenStatuses statuses = TokenStatuses.of(revoked, suspended, MILLION);

    TokenStatuses read = TokenStatuses.decode(2, statuses.encode()).orElseThrow();

    for (int index = 0; index < MILLION; index++) {
      int expected =
          revoked.get(index)
              ? TokenStatuses.INVALID
              : suspended.get(index) ? TokenStatuses.SUSPENDED : TokenStatuses.VALID;
      assertThat(read.value(index)).isEqualTo(expected);
    }
  }

  @Test
  void bothFormsOfOneFitIntoAnEvent() {
    String token =
        new StatusListToken(
                Samples.LIST,
                TokenStatuses.of(revoked, suspended, MILLION),
                Samples.ISSUED,
                Samples.LIST_ENDS)
            .sign(Samples.KEY, Samples.METHOD);
    String bits = StatusBits.of(revoked, MILLION).encode();

    assertThat(token.getBytes(StandardCharsets.US_ASCII).length + bits.length())
        .isLessThan(ROOM_IN_AN_EVENT);
  }

  private static BitSet random(long seed) {
    var random = new Random(seed);
    var bits = new BitSet(MILLION);
    for (int index = 0; index < MILLION; index++) {
      bits.set(index, random.nextBoolean());
    }
    return bits;
  }
}
