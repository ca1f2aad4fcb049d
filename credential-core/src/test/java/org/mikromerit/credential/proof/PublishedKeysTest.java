package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SoftwareKey;

@Tag("VER-3")
class PublishedKeysTest {
  private static final Did SCHOOL = new Did("did:web:school.example");
  private static final PublicKey KEY =
      SoftwareKey.generate(KeyType.ED25519, new SecureRandom()).publicKey();
  private static final VerificationMethodId METHOD = new VerificationMethodId(SCHOOL, "key-1");

  @Test
  void ourOwnDocumentsAreReadTooAndARevokedKeyIsNone() {
    PublicKey revoked = SoftwareKey.generate(KeyType.P256, new SecureRandom()).publicKey();
    byte[] document =
        DidDocument.compose(
            SCHOOL,
            List.of(
                DidDocument.Key.of(KEY),
                new DidDocument.Key(
                    revoked.multibase(), revoked, Instant.parse("2026-03-02T09:30:15Z"))));

    PublishedKeys keys = PublishedKeys.read(SCHOOL, document).orElseThrow();

    assertThat(keys.find(VerificationMethodId.of(SCHOOL, KEY)))
        .isEqualTo(IssuerKeys.Held.always(KEY));
    assertThat(keys.find(VerificationMethodId.of(SCHOOL, revoked)))
        .isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyIsReadAsAMultikeyAndAsAJwk(KeyType type) {
    PublicKey key = SoftwareKey.generate(type, new SecureRandom()).publicKey();
    String multikey = method("Multikey", "\"publicKeyMultibase\":\"" + key.multibase() + "\"");
    String jwk = method("JsonWebKey", "\"publicKeyJwk\":" + Jwk.of(key));

    assertThat(find(document(multikey))).isEqualTo(IssuerKeys.Held.always(key));
    assertThat(find(document(jwk))).isEqualTo(IssuerKeys.Held.always(key));
  }

  @Test
  void aKeyIsFoundByWhatItIsWhateverItIsCalled() {
    PublishedKeys keys =
        PublishedKeys.read(
                SCHOOL, document(multikey("")).getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .orElseThrow();
    PublicKey other = SoftwareKey.generate(KeyType.P256, new SecureRandom()).publicKey();

    assertThat(keys.find(VerificationMethodId.of(SCHOOL, KEY)))
        .isEqualTo(IssuerKeys.Held.always(KEY));
    assertThat(keys.find(VerificationMethodId.of(SCHOOL, other)))
        .isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  @Test
  void theEndOfAKeyIsReadAndOneThatCannotBeReadIsNoKey() {
    String ended = multikey(",\"expires\":\"2027-01-01T00:00:00Z\"");
    String odd = multikey(",\"expires\":\"some day\"");

    assertThat(find(document(ended)))
        .isEqualTo(new IssuerKeys.Held(KEY, null, Instant.parse("2027-01-01T00:00:00Z"), null));
    assertThat(find(document(odd))).isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  @Test
  void aKeyThatIsForSomethingElseSignsNoCredentials() {
    String signIn =
        "{\"id\":\"%s\",\"verificationMethod\":[%s],\"authentication\":[\"#key-1\"]}"
            .formatted(SCHOOL, multikey(""));

    assertThat(find(signIn)).isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  @Test
  void aKeyUnderAnothersControlIsPassedOver() {
    String theirs =
        multikey("").replace("\"controller\":\"" + SCHOOL, "\"controller\":\"did:web:o.example");

    assertThat(find(document(theirs))).isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  @Test
  void anothersDocumentIsNone() {
    assertThat(
            read(
                document(multikey("")).replace("\"id\":\"" + SCHOOL, "\"id\":\"did:web:o.example")))
        .isEmpty();
  }

  @Test
  void anIdWithTwoKeysIsNone() {
    assertThat(read(document(multikey("") + "," + multikey("")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{}", "[]", "{\"id\":1}", "<html>", "{\"id\":\"did:web:school.example\""})
  void whatIsNoDocumentIsNone(String text) {
    assertThat(read(text)).isEmpty();
  }

  @Test
  void aDocumentOfTooManyKeysIsNone() {
    String many = String.join(",", java.util.Collections.nCopies(60, "\"#key-1\""));

    assertThat(
            read(
                "{\"id\":\"%s\",\"verificationMethod\":[%s],\"assertionMethod\":[%s]}"
                    .formatted(SCHOOL, multikey(""), many)))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"y_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\"}",
        "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU\",\"y\":\"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0\"}",
        "{\"kty\":\"oct\",\"k\":\"AAAA\",\"x\":\"AAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A\"}"
      })
  void aJwkThatIsNoPublicKeyOfAKnownKindIsNone(String jwk) {
    assertThat(find(document(method("JsonWebKey", "\"publicKeyJwk\":" + jwk))))
        .isInstanceOf(IssuerKeys.NotTheirs.class);
  }

  private static IssuerKeys.Answer find(String document) {
    return read(document).orElseThrow().find(METHOD);
  }

  private static Optional<PublishedKeys> read(String document) {
    return PublishedKeys.read(SCHOOL, document.getBytes(StandardCharsets.UTF_8));
  }

  private static String document(String methods) {
    return "{\"id\":\"%s\",\"verificationMethod\":[%s],\"assertionMethod\":[\"#key-1\"]}"
        .formatted(SCHOOL, methods);
  }

  private static String multikey(String more) {
    return method("Multikey", "\"publicKeyMultibase\":\"" + KEY.multibase() + "\"" + more);
  }

  private static String method(String type, String key) {
    return "{\"id\":\"#key-1\",\"type\":\"%s\",\"controller\":\"%s\",%s}"
        .formatted(type, SCHOOL, key);
  }
}
