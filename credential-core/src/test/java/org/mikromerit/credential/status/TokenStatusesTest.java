package org.mikromerit.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.testing.Samples;

class TokenStatusesTest {
  private static final URI URL = URI.create("https://registry.example/token-status-lists/1");

  @Test
  void theExampleOfTheSpecificationIsRead() {
    // Section 4.1: sixteen values of one bit, in the bytes B9 A3.
    TokenStatuses statuses = TokenStatuses.decode(1, "eNrbuRgAAhcBXQ").orElseThrow();

    assertThat(statuses.size()).isEqualTo(16);
    assertThat(statuses.value(0)).isEqualTo(1);
    assertThat(statuses.value(1)).isZero();
    assertThat(statuses.value(3)).isEqualTo(1);
    assertThat(statuses.value(6)).isZero();
    assertThat(statuses.value(15)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void whatIsWrittenIsRead(int width) {
    int largest = (1 << width) - 1;
    TokenStatuses statuses =
        TokenStatuses.blank(width, TokenStatuses.FEWEST).with(7, largest).with(8, 1).with(7, 1);

    TokenStatuses read = TokenStatuses.decode(width, statuses.encode()).orElseThrow();

    assertThat(read.size()).isEqualTo(TokenStatuses.FEWEST);
    assertThat(read.value(6)).isZero();
    assertThat(read.value(7)).isEqualTo(1);
    assertThat(read.value(8)).isEqualTo(1);
    assertThat(read.value(9)).isZero();
  }

  @Test
  void anIndexBeyondTheListIsNone() {
    TokenStatuses statuses = TokenStatuses.blank(1, TokenStatuses.FEWEST);

    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> statuses.value(TokenStatuses.FEWEST));
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> statuses.with(0, 2));
  }

  @ParameterizedTest
  @CsvSource({"3, 131072", "1, 8", "1, 131073", "8, 2147483640"})
  void noListHasAnotherWidthOrSize(int width, int size) {
    assertThatIllegalArgumentException().isThrownBy(() -> TokenStatuses.blank(width, size));
  }

  @ParameterizedTest
  @CsvSource({
    "3, eNrbuRgAAhcBXQ",
    "0, eNrbuRgAAhcBXQ",
    "1, eNrbuRgAAhcBXQ==",
    "1, uH4sIAAAAAAAA",
    "1, å",
    "1, eNrbuR"
  })
  void whatIsNoListIsNotRead(int width, String encoded) {
    assertThat(TokenStatuses.decode(width, encoded)).isEmpty();
  }

  @Test
  @Tag("S2")
  void aBombIsNotUnpacked() throws Exception {
    var compressed = new ByteArrayOutputStream();
    try (var zlib = new DeflaterOutputStream(compressed)) {
      for (int i = 0; i < 64; i++) {
        zlib.write(new byte[1024 * 1024]);
      }
    }
    String encoded =
        Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());

    assertThat(TokenStatuses.decode(1, encoded)).isEmpty();
  }

  @Test
  void whoeverHoldsTheKeyReadsTheSignedList() {
    CompactJws statement =
        CompactJws.parse(token().sign(Samples.KEY, Samples.METHOD)).orElseThrow();

    Optional<StatusListToken> read = StatusListToken.read(statement, Samples.KEY.publicKey());

    assertThat(read.orElseThrow().url()).isEqualTo(URL);
    assertThat(read.orElseThrow().statuses().value(5)).isEqualTo(1);
  }

  @Test
  void anotherKeyReadsNothing() {
    CompactJws statement =
        CompactJws.parse(token().sign(Samples.KEY, Samples.METHOD)).orElseThrow();

    assertThat(StatusListToken.read(statement, Samples.key("stranger").publicKey())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "iat", "exp", "status_list"})
  void aListThatLacksAnythingIsNone(String claim) {
    var claims =
        JsonTree.object()
            .add("sub", URL.toString())
            .add("iat", 1)
            .add("exp", 2)
            .add("status_list", JsonTree.object().add("bits", 1).add("lst", "eNrbuRgAAhcBXQ"))
            .remove(claim)
            .build();
    CompactJws statement =
        CompactJws.parse(
                CompactJws.sign(
                    StatusListToken.TYPE, StrictJson.write(claims), Samples.KEY, Samples.METHOD))
            .orElseThrow();

    assertThat(StatusListToken.read(statement, Samples.KEY.publicKey())).isEmpty();
  }

  @Test
  void aTokenOfAnotherTypeIsNoList() {
    String credential =
        CompactJws.sign(
            "vc+jwt", StrictJson.write(Samples.unsigned()), Samples.KEY, Samples.METHOD);

    assertThat(
            StatusListToken.read(
                CompactJws.parse(credential).orElseThrow(), Samples.KEY.publicKey()))
        .isEmpty();
  }

  private static StatusListToken token() {
    return new StatusListToken(
        URL,
        TokenStatuses.blank(1, TokenStatuses.FEWEST).with(5, 1),
        Samples.ISSUED,
        Samples.ISSUED.plusSeconds(3_600));
  }
}
