package org.mikromerit.credential.jws;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;

class CompactJwsTest {
  private static final String TYPE = "mikromerit-trust-list+jwt";
  private static final byte[] PAYLOAD = "{\"å\":1}".getBytes(StandardCharsets.UTF_8);
  private static final SigningKey KEY = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
  private static final VerificationMethodId NAME =
      VerificationMethodId.of(new Did("did:web:registry.example"), KEY.publicKey());

  @Test
  void whatWasSignedComesOutWithItsKey() {
    String text = CompactJws.sign(TYPE, PAYLOAD, KEY, NAME);

    CompactJws read = CompactJws.parse(text).orElseThrow();

    assertThat(read.key()).isEqualTo(NAME);
    assertThat(read.type()).isEqualTo(TYPE);
    assertThat(read.payload(TYPE, KEY.publicKey())).hasValue(PAYLOAD);
  }

  @Test
  void anotherKeyGetsNothingOutOfIt() {
    String text = CompactJws.sign(TYPE, PAYLOAD, KEY, NAME);

    var payload =
        CompactJws.parse(text)
            .orElseThrow()
            .payload(TYPE, SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey());

    assertThat(payload).isEmpty();
  }

  @Test
  void aStatementOfOneTypeDoesNotPassForAnothers() {
    String text = CompactJws.sign("mikromerit-bundle+jwt", PAYLOAD, KEY, NAME);

    assertThat(CompactJws.parse(text).orElseThrow().payload(TYPE, KEY.publicKey())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void noPartMayBeAnothers(int part) {
    String[] ours = CompactJws.sign(TYPE, PAYLOAD, KEY, NAME).split("\\.", -1);
    String[] other =
        CompactJws.sign(
                "other+jwt",
                "{}".getBytes(StandardCharsets.UTF_8),
                SoftwareKey.generate(KeyType.ED25519, new SecureRandom()),
                NAME)
            .split("\\.", -1);
    ours[part] = other[part];

    var payload =
        CompactJws.parse(String.join(".", ours))
            .flatMap(read -> read.payload(read.type(), KEY.publicKey()));

    assertThat(payload).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"EdDSA\",\"typ\":1,\"kid\":\"did:web:a#k\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"t\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"t\",\"kid\":\"k\"}",
        "{\"alg\":\"EdDSA\",\"alg\":\"none\",\"typ\":\"t\",\"kid\":\"did:web:a#k\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"t\",\"kid\":\"did:web:a#k\",\"crit\":[\"b64\"],\"b64\":false}",
        "[]",
        "no json"
      })
  void aHeaderThatIsNotExactlyOursIsNotRead(String header) {
    String text = base64(header) + "." + base64("{}") + "." + base64("x".repeat(64));

    assertThat(CompactJws.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\",\"typ\":\"%s\",\"kid\":\"%s\"}",
        "{\"alg\":\"HS256\",\"typ\":\"%s\",\"kid\":\"%s\"}",
        "{\"alg\":\"ES256\",\"typ\":\"%s\",\"kid\":\"%s\"}",
        "{\"alg\":[\"EdDSA\"],\"typ\":\"%s\",\"kid\":\"%s\"}",
        "{\"typ\":\"%s\",\"kid\":\"%s\"}"
      })
  void onlyTheAlgorithmOfTheKeysOwnTypeIsBelieved(String header) {
    String signed = base64(header.formatted(TYPE, NAME.url())) + "." + base64("{}");
    byte[] signature = KEY.sign(signed.getBytes(StandardCharsets.US_ASCII));
    String text = signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);

    var payload = CompactJws.parse(text).flatMap(read -> read.payload(TYPE, KEY.publicKey()));

    assertThat(payload).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c.d", "eyJ9.e30=.AA", "e30.e31.AA", "å.å.å"})
  void whatHasNotTheFormIsNotRead(String text) {
    assertThat(CompactJws.parse(text)).isEmpty();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
