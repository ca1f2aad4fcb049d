package org.mikromerit.credential.presentation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidJwk;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.presentation.HolderProof.Asked;
import org.mikromerit.credential.presentation.HolderProof.Fault;
import org.mikromerit.credential.presentation.HolderProof.Proven;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class PresentationJwtTest {
  private static final Instant NOW = Samples.NOW;
  private static final Asked ASKED =
      new Asked(Optional.of("c0ffee-1"), Optional.of("employer.example"));
  private static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty());

  private final SigningKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
  private final Did holder = DidKey.of(key.publicKey());

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"ED25519", "P256", "P384"})
  void whoSignedForTheChallengeIsTheHolder(KeyType type) {
    SigningKey other = SoftwareKey.generate(type, new SecureRandom());
    Did shower = DidKey.of(other.publicKey());

    var result =
        open(
            sign(
                claims(c -> c.add("holder", shower.value())),
                other,
                DidKey.verificationMethod(other.publicKey())),
            ASKED);

    assertThat(shown(result).holder()).isEqualTo(new Proven(shower, true));
    assertThat(shown(result).presentation().credentials()).hasSize(1);
  }

  @Test
  void aHolderMayBeNamedByItsJwk() {
    Did jwk = new Did("did:jwk:" + Base64Url.encode(StrictJson.write(Jwk.of(key.publicKey()))));
    JsonObject claims = claims(c -> c.add("holder", jwk.value()));

    assertThat(shown(open(sign(claims, key, new VerificationMethodId(jwk, "0")), ASKED)).holder())
        .isEqualTo(new Proven(jwk, true));
    assertThat(open(sign(claims, key, new VerificationMethodId(jwk, "1")), ASKED))
        .isEqualTo(refused(Fault.PROOF_BROKEN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"e30", "bm9uZQ", "x", "eyJrdHkiOiJvY3QiLCJrIjoiQUEifQ"})
  void whatIsNoJwkNamesNobody(String encoded) {
    assertThat(DidJwk.key(new Did("did:jwk:" + encoded))).isEmpty();
  }

  @Test
  void withoutAChallengeItIsTheHolderAndNobodyKnowsWhen() {
    assertThat(shown(open(signed(_ -> {}), NOTHING)).holder()).isEqualTo(new Proven(holder, false));
  }

  @ParameterizedTest
  @CsvSource({
    "nonce, c0ffee-2, CHALLENGE_DIFFERS",
    "nonce, 'c0ffee-1 ', CHALLENGE_DIFFERS",
    "aud, employer.example.evil.example, DOMAIN_DIFFERS",
    "iss, did:web:another.example, HOLDER_DIFFERS",
    "sub, did:web:another.example, HOLDER_DIFFERS",
    "jti, urn:uuid:0190a000-0000-7000-8000-000000000001, HOLDER_DIFFERS",
    "holder, did:web:another.example, HOLDER_DIFFERS",
    "nobodyDefinedThis, x, NOT_COVERED",
    "iat, yesterday, NOT_IN_TIME"
  })
  void whatSaysOtherwiseIsRefused(String claim, String value, Fault fault) {
    assertThat(open(signed(c -> c.add(claim, value)), ASKED)).isEqualTo(refused(fault));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonce", "aud"})
  void whatWasAskedForMustBeSigned(String claim) {
    assertThat(open(signed(c -> c.remove(claim)), ASKED))
        .isInstanceOf(PresentationJwt.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"exp, 0", "exp, -1", "iat, 301", "nbf, 301"})
  void whatIsNotInTimeIsRefused(String claim, int seconds) {
    assertThat(
            open(signed(c -> c.add(claim, JsonTree.number(NOW.getEpochSecond() + seconds))), ASKED))
        .isEqualTo(refused(Fault.NOT_IN_TIME));
  }

  @Test
  void anothersKeyIsNotTheHolders() {
    SigningKey thief = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());

    assertThat(
            open(sign(claims(_ -> {}), thief, DidKey.verificationMethod(thief.publicKey())), ASKED))
        .isEqualTo(refused(Fault.HOLDER_DIFFERS));
    assertThat(open(sign(claims(_ -> {}), thief, method()), ASKED))
        .isEqualTo(refused(Fault.PROOF_BROKEN));
  }

  @Test
  void theHoldersOwnWordNeedsTheHoldersName() {
    JsonObject own =
        JsonTree.object(claims(_ -> {}).getJsonArray("verifiableCredential").getJsonObject(0))
            .add("issuer", holder.value())
            .build();

    assertThat(
            open(
                signed(
                    c -> c.add("verifiableCredential", JsonTree.array().add(own)).remove("holder")),
                ASKED))
        .isEqualTo(refused(Fault.HOLDER_MISSING));
  }

  @Test
  void holdersOfOtherMethodsAreUndecided() {
    Did web = new Did("did:web:holder.example");

    assertThat(
            open(
                sign(
                    claims(c -> c.add("holder", web.value())),
                    key,
                    new VerificationMethodId(web, "key-1")),
                ASKED))
        .isEqualTo(
            new PresentationJwt.Refused(new HolderProof.Undecided(ProofFault.UNKNOWN_ISSUER)));
  }

  @Test
  void aSignedListOfTenThousandIsNotLookedAt() {
    var many = JsonTree.array();
    Collections.nCopies(5_000, JsonValue.EMPTY_JSON_OBJECT).forEach(many::add);

    assertThat(open(signed(c -> c.add("verifiableCredential", many)), ASKED))
        .isNotInstanceOf(PresentationJwt.Shown.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"vc+jwt", "JWT", "", "VP+JWT"})
  void aTokenOfAnotherTypeIsNoPresentation(String type) {
    String token = CompactJws.sign(type, StrictJson.write(claims(_ -> {})), key, method());

    assertThat(PresentationJwt.parse(token)).isEmpty();
  }

  @Test
  void aTokenStandsInItsEnvelope() {
    var envelope =
        JsonTree.object()
            .add("@context", "https://www.w3.org/ns/credentials/v2")
            .add("type", "EnvelopedVerifiablePresentation");

    assertThat(
            PresentationJwt.enveloped(envelope.add("id", "data:application/vp+jwt,ey.a.b").build()))
        .contains("ey.a.b");
    assertThat(
            PresentationJwt.enveloped(
                JsonTree.object().add("type", "VerifiablePresentation").build()))
        .isEmpty();
  }

  private static PresentationJwt.Refused refused(Fault fault) {
    return new PresentationJwt.Refused(new HolderProof.Refused(fault));
  }

  private static PresentationJwt.Shown shown(PresentationJwt.Result result) {
    assertThat(result).isInstanceOf(PresentationJwt.Shown.class);
    return (PresentationJwt.Shown) result;
  }

  private static PresentationJwt.Result open(String token, Asked asked) {
    return PresentationJwt.parse(token).orElseThrow().open(asked, NOW);
  }

  private String signed(Consumer<JsonObjectBuilder> change) {
    return sign(claims(change), key, method());
  }

  private static String sign(JsonObject claims, SigningKey key, VerificationMethodId method) {
    return CompactJws.sign("vp+jwt", StrictJson.write(claims), key, method);
  }

  private VerificationMethodId method() {
    return DidKey.verificationMethod(key.publicKey());
  }

  private JsonObject claims(Consumer<JsonObjectBuilder> change) {
    JsonObjectBuilder claims =
        JsonTree.object()
            .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
            .add("type", JsonTree.array().add("VerifiablePresentation"))
            .add("holder", holder.value())
            .add("verifiableCredential", JsonTree.array().add(Samples.unsigned()))
            .add("nonce", "c0ffee-1")
            .add("aud", JsonTree.array().add("employer.example"))
            .add("iat", JsonTree.number(NOW.getEpochSecond()));
    change.accept(claims);
    return claims.build();
  }
}
