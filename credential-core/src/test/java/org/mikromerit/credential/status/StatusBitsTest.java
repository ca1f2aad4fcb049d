package org.mikromerit.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.key.Multibase;

class StatusBitsTest {

  @Test
  void theMostSignificantBitComesFirst() throws IOException {
    StatusBits bits = StatusBits.blank(StatusBits.FEWEST).withSet(List.of(0, 10));

    byte[] bytes = uncompressed(bits.encode());

    assertThat(bytes[0]).isEqualTo((byte) 0b1000_0000);
    assertThat(bytes[1]).isEqualTo((byte) 0b0010_0000);
  }

  @Test
  @Tag("R3")
  void everyBitComesBackAsItWasSet() {
    Random random = new Random(7);
    BitSet model = new BitSet();
    random.ints(5_000, 0, StatusBits.FEWEST).forEach(model::set);

    StatusBits bits =
        StatusBits.decode(
                StatusBits.blank(StatusBits.FEWEST)
                    .withSet(model.stream().boxed().toList())
                    .encode())
            .orElseThrow();

    for (int i = 0; i < StatusBits.FEWEST; i++) {
      assertThat(bits.isSet(i)).isEqualTo(model.get(i));
    }
  }

  @Test
  void settingABitLeavesTheOriginalAlone() {
    StatusBits blank = StatusBits.blank(StatusBits.FEWEST);

    StatusBits set = blank.withSet(List.of(3));

    assertThat(blank.isSet(3)).isFalse();
    assertThat(set.isSet(3)).isTrue();
  }

  @Test
  void equalBitsHaveEqualText() {
    String one = StatusBits.blank(StatusBits.FEWEST).withSet(List.of(1, 2)).encode();
    String other =
        StatusBits.blank(StatusBits.FEWEST).withSet(List.of(2)).withSet(List.of(1)).encode();

    assertThat(one).isEqualTo(other).startsWith("u");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8, StatusBits.FEWEST - 8, StatusBits.FEWEST + 1, Integer.MAX_VALUE})
  void aSizeThatNobodyAcceptsIsRefused(int size) {
    assertThatIllegalArgumentException().isThrownBy(() -> StatusBits.blank(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, StatusBits.FEWEST, Integer.MAX_VALUE})
  void anIndexOutsideTheListIsRefused(int index) {
    StatusBits bits = StatusBits.blank(StatusBits.FEWEST);

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> bits.withSet(List.of(index)));
    assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> bits.isSet(index));
  }

  @Test
  void aShortListIsRefused() throws IOException {
    assertThat(StatusBits.decode(compressed(new byte[StatusBits.FEWEST / 8 - 1]))).isEmpty();
    assertThat(StatusBits.decode(compressed(new byte[0]))).isEmpty();
  }

  @Test
  @Tag("S2")
  void aBombIsRefusedWithoutUnpackingIt() throws IOException {
    String bomb = compressed(new byte[16 * 1024 * 1024 + 1]);
    String largest = compressed(new byte[16 * 1024 * 1024]);

    assertThat(StatusBits.decode(bomb)).isEmpty();
    assertThat(StatusBits.decode(largest)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "u",
        "z",
        "uAAAA",
        "uH4sI",
        "H4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAA",
        "u////"
      })
  void whatIsNoListIsRefused(String text) {
    assertThat(StatusBits.decode(text)).isEmpty();
  }

  @Test
  void theExampleOfTheStandardIsBlank() {
    // Bitstring Status List 1.0, section 2.2, example 4.
    String encoded = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA";

    StatusBits bits = StatusBits.decode(encoded).orElseThrow();

    assertThat(bits.size()).isEqualTo(StatusBits.FEWEST);
    assertThat(bits.isSet(0)).isFalse();
  }

  private static String compressed(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return Multibase.base64Url(compressed.toByteArray());
  }

  private static byte[] uncompressed(String encoded) throws IOException {
    byte[] gzip = Multibase.decodeBase64Url(encoded).orElseThrow();
    return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
  }
}
