package org.mikromerit.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;

/**
 * The examples that RFC 9901 prints: section 5 in full, the disclosures of section 4.2 and the
 * nested ones of appendix A.1. The keys are those of appendix A.5.
 */
@Tag("S3")
class PublishedExamplesTest {

  private static final PublicKey ISSUER =
      key(
          "{\"kty\":\"EC\",\"crv\":\"P-256\","
              + "\"x\":\"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ\","
              + "\"y\":\"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8\"}");

  private static final String SIGNED =
      "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImV4YW1wbGUrc2Qtand0In0.eyJfc2QiOiBbIkNyUWU3UzVrcUJBSHQtbk1ZWGdj"
          + "NmJkdDJTSDVhVFkxc1VfTS1QZ2tqUEkiLCAiSnpZakg0c3ZsaUgwUjNQeUVNZmVadTZKdDY5dTVxZWhabzdGN0VQWWxTRSIs"
          + "ICJQb3JGYnBLdVZ1Nnh5bUphZ3ZrRnNGWEFiUm9jMkpHbEFVQTJCQTRvN2NJIiwgIlRHZjRvTGJnd2Q1SlFhSHlLVlFaVTlV"
          + "ZEdFMHc1cnREc3JaemZVYW9tTG8iLCAiWFFfM2tQS3QxWHlYN0tBTmtxVlI2eVoyVmE1TnJQSXZQWWJ5TXZSS0JNTSIsICJY"
          + "ekZyendzY002R242Q0pEYzZ2Vks4QmtNbmZHOHZPU0tmcFBJWmRBZmRFIiwgImdiT3NJNEVkcTJ4Mkt3LXc1d1BFemFrb2I5"
          + "aFYxY1JEMEFUTjNvUUw5Sk0iLCAianN1OXlWdWx3UVFsaEZsTV8zSmx6TWFTRnpnbGhRRzBEcGZheVF3TFVLNCJdLCAiaXNz"
          + "IjogImh0dHBzOi8vaXNzdWVyLmV4YW1wbGUuY29tIiwgImlhdCI6IDE2ODMwMDAwMDAsICJleHAiOiAxODgzMDAwMDAwLCAi"
          + "c3ViIjogInVzZXJfNDIiLCAibmF0aW9uYWxpdGllcyI6IFt7Ii4uLiI6ICJwRm5kamtaX1ZDem15VGE2VWpsWm8zZGgta284"
          + "YUlLUWM5RGxHemhhVllvIn0sIHsiLi4uIjogIjdDZjZKa1B1ZHJ5M2xjYndIZ2VaOGtoQXYxVTFPU2xlclAwVmtCSnJXWjAi"
          + "fV0sICJfc2RfYWxnIjogInNoYS0yNTYiLCAiY25mIjogeyJqd2siOiB7Imt0eSI6ICJFQyIsICJjcnYiOiAiUC0yNTYiLCAi"
          + "eCI6ICJUQ0FFUjE5WnZ1M09IRjRqNFc0dmZTVm9ISVAxSUxpbERsczd2Q2VHZW1jIiwgInkiOiAiWnhqaVdXYlpNUUdIVldL"
          + "VlE0aGJTSWlyc1ZmdWVjQ0U2dDRqVDlGMkhaUSJ9fX0.MczwjBFGtzf-6WMT-hIvYbkb11NrV1WMO-jTijpMPNbswNzZ87wY"
          + "2uHz-CXo6R04b7jYrpj9mNRAvVssXou1iw";

  private static final String GIVEN_NAME =
      "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd";
  private static final String FAMILY_NAME =
      "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd";
  private static final String ADDRESS =
      "WyJBSngtMDk1VlBycFR0TjRRTU9xUk9BIiwgImFkZHJlc3MiLCB7InN0cmVldF9hZGRyZXNzIjogIjEyMyBNYWluIFN0Iiwg"
          + "ImxvY2FsaXR5IjogIkFueXRvd24iLCAicmVnaW9uIjogIkFueXN0YXRlIiwgImNvdW50cnkiOiAiVVMifV0";
  private static final String US = "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0";

  private static final String BINDING =
      "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImtiK2p3dCJ9.eyJub25jZSI6ICIxMjM0NTY3ODkwIiwgImF1ZCI6ICJodHRwczov"
          + "L3ZlcmlmaWVyLmV4YW1wbGUub3JnIiwgImlhdCI6IDE3NDg1MzcyNDQsICJzZF9oYXNoIjogIjBfQWYtMkItRWhMV1g1eWRo"
          + "X3cyeHp3bU82aU02NkJfMlFDRWFuSTRmVVkifQ.T3SIus2OidNl41nmVkTZVCKKhOAX97aOldMyHFiYjHm261eLiJ1YiuONFiM"
          + "N8QlCmYzDlBLAdPvrXh52KaLgUQ";

  private static final String PRESENTED =
      String.join("~", SIGNED, FAMILY_NAME, ADDRESS, GIVEN_NAME, US, BINDING);

  private static final HolderChallenge CHALLENGE =
      new HolderChallenge("https://verifier.example.org", "1234567890");
  private static final Instant THEN = Instant.ofEpochSecond(1_748_537_244L);

  @ParameterizedTest
  @CsvSource({
    "given_name, John, " + GIVEN_NAME + ", jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4",
    "family_name, Doe, " + FAMILY_NAME + ", TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo",
    ", US, " + US + ", pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo"
  })
  void aDisclosureHasThePrintedDigest(String name, String value, String text, String digest) {
    Disclosure disclosure = Disclosure.parse(text).orElseThrow();

    assertThat(disclosure.name()).isEqualTo(Optional.ofNullable(name));
    assertThat(disclosure.value()).hasToString("\"" + value + "\"");
    assertThat(disclosure.digest()).isEqualTo(digest);
  }

  @Test
  void thePresentationSaysWhatIsPrinted() throws Exception {
    SdJwt shown = SdJwt.parse(PRESENTED).orElseThrow();

    JsonObject claims = Disclosed.of(payload(shown), shown.disclosures()).claims();

    assertThat(claims.getString("given_name")).isEqualTo("John");
    assertThat(claims.getString("family_name")).isEqualTo("Doe");
    assertThat(claims.getJsonObject("address").getString("region")).isEqualTo("Anystate");
    assertThat(claims.getJsonArray("nationalities")).hasToString("[\"US\"]");
    assertThat(claims.keySet())
        .containsExactlyInAnyOrder(
            "given_name",
            "family_name",
            "address",
            "nationalities",
            "iss",
            "iat",
            "exp",
            "sub",
            "cnf");
  }

  @Test
  void itsHolderIsShown() throws Exception {
    SdJwt shown = SdJwt.parse(PRESENTED).orElseThrow();

    assertThat(KeyBinding.check(shown, payload(shown), Optional.of(CHALLENGE), THEN))
        .isEqualTo(HolderBinding.SHOWN);
  }

  @Test
  void withOneDisclosureLessTheHolderSignedAnother() throws Exception {
    SdJwt shown =
        SdJwt.parse(String.join("~", SIGNED, FAMILY_NAME, ADDRESS, GIVEN_NAME, BINDING))
            .orElseThrow();

    assertThat(KeyBinding.check(shown, payload(shown), Optional.of(CHALLENGE), THEN))
        .isEqualTo(HolderBinding.OTHER_PRESENTATION);
  }

  /** Appendix A.1, of whose digests all but two stand for what is not shown, or for nothing. */
  @Test
  void whatIsWithinAMemberIsChosenByItself() throws Exception {
    JsonObject payload =
        StrictJson.parse(
            ("{\"address\":{\"_sd\":[\"6aUhzYhZ7SJ1kVmagQAO3u2ETN2CC1aHheZpKnaF0_E\","
                    + "\"AzLlFobkJ2xiaupREPyoJz-9-NSldB6Cgjr7fUyoHzg\","
                    + "\"cPYJHIZ8Vu-f9CCyVub2UfgEk8jvvXezwK1p_JneeXQ\","
                    + "\"b2Dkw0jcIF9rGg8_PF8ZcvncW7zwZj5ryBWvXfrpzek\","
                    + "\"PzzcVu0qbMuBGSjulfewzkesD9zutOExn5EWNwkrQ-k\","
                    + "\"rvJd6iq6T5ejmsBMoGwuNXh9qAAFATAci40oidEeVsA\","
                    + "\"glT3hrSU7fSWgwF5UDZmWwBTw32gnUldIhi8hGVCaV4\","
                    + "\"uNHoWYhXsZhVJCNE2Dqy-zqt7t69gJKy5QaFv7GrMX4\"]},\"_sd_alg\":\"sha-256\"}")
                .getBytes(StandardCharsets.US_ASCII));
    List<Disclosure> shown =
        List.of(
            Disclosure.parse(
                    "WyJHMDJOU3JRZmpGWFE3SW8wOXN5YWpBIiwgInJlZ2lvbiIsICJcdTZlMmZcdTUzM2EiXQ")
                .orElseThrow(),
            Disclosure.parse("WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgImNvdW50cnkiLCAiSlAiXQ")
                .orElseThrow());

    JsonObject claims = Disclosed.of(payload, shown).claims();

    assertThat(claims).hasToString("{\"address\":{\"region\":\"港区\",\"country\":\"JP\"}}");
  }

  private static JsonObject payload(SdJwt shown) throws Exception {
    CompactJws token = shown.issuerSigned().orElseThrow();
    return StrictJson.parse(token.payload("example+sd-jwt", ISSUER).orElseThrow());
  }

  private static PublicKey key(String jwk) {
    try {
      return Jwk.read(StrictJson.parse(jwk.getBytes(StandardCharsets.US_ASCII))).orElseThrow();
    } catch (org.mikromerit.credential.document.MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }
}
