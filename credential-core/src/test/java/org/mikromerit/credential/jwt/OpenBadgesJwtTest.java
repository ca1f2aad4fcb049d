package org.mikromerit.credential.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** Open Badges 3.0, section 8.2: RS256 or ES256, the key named or brought along. */
@Tag("S3")
class OpenBadgesJwtTest {

  private static final SigningKey RSA = Samples.key(KeyType.RSA);
  private static final SigningKey P256 = Samples.key(KeyType.P256);

  @ParameterizedTest
  @EnumSource(names = {"RSA", "P256"})
  void whatTheRegistersIssuerSignedIsValid(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.OPEN_BADGES, Samples.unsigned(), key, name(key), Samples.ISSUED);

    Verdict verdict = verdict(token, key);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void theTokenRepeatsIssuerIdAndTimes() throws Exception {
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.OPEN_BADGES, Samples.unsigned(), RSA, name(RSA), Samples.ISSUED);

    JsonObject header = part(token, 0);
    JsonObject claims = part(token, 1);

    assertThat(header.getString("alg")).isEqualTo("RS256");
    assertThat(header.getString("typ")).isEqualTo("JWT");
    assertThat(claims.getString("iss")).isEqualTo(Samples.SCHOOL.value());
    assertThat(claims.getString("jti")).isEqualTo(Samples.ID.urn());
    assertThat(claims.getJsonNumber("nbf").longValue()).isEqualTo(Samples.ISSUED.getEpochSecond());
  }

  @ParameterizedTest
  @EnumSource(names = {"RSA", "P256"})
  void aKeyThatIsBroughtAlongIsBelievedIfWeHoldItAsItsIssuers(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);

    Verdict verdict = verdict(token(brought(key), Samples.unsigned(), key), key);

    assertThat(proof(verdict).evidence()).containsEntry("key", name(key).url());
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void aTokenWithoutATypeIsOneToo() throws Exception {
    JsonObjectBuilder header = JsonTree.object().add("alg", "RS256").add("kid", name(RSA).url());

    assertThat(verdict(token(header, Samples.unsigned(), RSA), RSA).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  @Tag("S1")
  void aKeyThatIsBroughtAlongAndNotHeldIsNeverAYes() throws Exception {
    SigningKey stranger = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    JsonObject ofNobody = Samples.unsigned(new Did("did:web:unknown.example"));

    Verdict ofTheSchool = verdict(token(brought(stranger), Samples.unsigned(), stranger), RSA);
    Verdict ofAnIssuerWhomNobodyKnows = verdict(token(brought(stranger), ofNobody, stranger), RSA);

    assertThat(proof(ofTheSchool).code()).isEqualTo(FindingCode.PROOF_KEY_NOT_OF_ISSUER);
    assertThat(ofTheSchool.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(proof(ofAnIssuerWhomNobodyKnows).code())
        .isEqualTo(FindingCode.PROOF_ISSUER_KEYS_UNKNOWN);
    assertThat(ofAnIssuerWhomNobodyKnows.facts()).isEmpty();
  }

  @Test
  void aKeyThatIsHeldAsAnothersDoesNotSignForTheIssuer() throws Exception {
    SigningKey stranger = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    World world =
        new World()
            .know(
                VerificationMethodId.of(new Did("did:web:other.example"), stranger.publicKey()),
                stranger.publicKey());

    Verdict verdict = verdict(world, token(brought(stranger), Samples.unsigned(), stranger));

    assertThat(proof(verdict).code()).isEqualTo(FindingCode.PROOF_KEY_NOT_OF_ISSUER);
  }

  @Test
  void whoNamesAKeyIsTakenAtThat() throws Exception {
    SigningKey stranger = SoftwareKey.generate(KeyType.RSA, new SecureRandom());
    JsonObjectBuilder header = brought(stranger).add("kid", name(RSA).url());

    assertThat(proof(verdict(token(header, Samples.unsigned(), stranger), RSA)).code())
        .isEqualTo(FindingCode.PROOF_BROKEN);
  }

  @Test
  void aNameThatSaysNothingToUsLeavesTheKeyThatIsBroughtAlong() throws Exception {
    JsonObjectBuilder header = brought(RSA).add("kid", "https://school.example/keys/1");

    assertThat(verdict(token(header, Samples.unsigned(), RSA), RSA).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  void aKeyThatIsBroughtAlongWithItsSecretIsNoKey() throws Exception {
    JsonObject jwk = JsonTree.object(Jwk.of(RSA.publicKey())).add("d", "AA").build();
    JsonObjectBuilder header = JsonTree.object().add("alg", "RS256").add("jwk", jwk);

    assertThat(proof(verdict(token(header, Samples.unsigned(), RSA), RSA)).code())
        .isEqualTo(FindingCode.PROOF_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"jku", "x5u"})
  @Tag("S1")
  void anAddressOfAKeyIsNeverAskedAt(String parameter) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    HttpServer canary =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    canary.createContext("/", _ -> asked.incrementAndGet());
    canary.start();
    String address = "http://127.0.0.1:" + canary.getAddress().getPort() + "/keys";
    JsonObjectBuilder nothingElse = JsonTree.object().add("alg", "RS256").add(parameter, address);
    JsonObjectBuilder besides = brought(RSA).add(parameter, address);

    Verdict alone = verdict(token(nothingElse, Samples.unsigned(), RSA), RSA);
    Verdict beside = verdict(token(besides, Samples.unsigned(), RSA), RSA);
    canary.stop(0);

    assertThat(alone.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(beside.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(asked).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "NONE", "HS256", "PS256", "RS384", "RS512", "ES256", "EdDSA", "rs256", ""})
  void anotherAlgorithmThanTheKeysIsNotBelieved(String algorithm) throws Exception {
    JsonObjectBuilder header = JsonTree.object().add("alg", algorithm).add("kid", name(RSA).url());

    assertThat(proof(verdict(token(header, Samples.unsigned(), RSA), RSA)).code())
        .isEqualTo(FindingCode.PROOF_BROKEN);
  }

  @Test
  void anEcdsaKeyDoesNotSignByRsasAlgorithm() throws Exception {
    JsonObjectBuilder header = JsonTree.object().add("alg", "RS256").add("kid", name(P256).url());

    assertThat(proof(verdict(token(header, Samples.unsigned(), P256), P256)).code())
        .isEqualTo(FindingCode.PROOF_BROKEN);
  }

  @Test
  void noSignatureIsNone() throws Exception {
    for (String algorithm : new String[] {"none", "RS256"}) {
      JsonObjectBuilder header =
          JsonTree.object().add("alg", algorithm).add("kid", name(RSA).url());
      String token = token(header, Samples.unsigned(), RSA);

      Verdict verdict = verdict(token.substring(0, token.lastIndexOf('.') + 1), RSA);

      assertThat(verdict.conclusion()).as(algorithm).isEqualTo(Conclusion.INVALID);
    }
  }

  // Whoever takes "HS256" at its word has the public key as the secret.
  @Test
  void aPublicKeyIsNoSharedSecret() throws Exception {
    JsonObject jwk = Jwk.of(RSA.publicKey());
    for (byte[] secret :
        new byte[][] {
          Base64Url.decode(jwk.getString("n")).orElseThrow(),
          RSA.publicKey().multibase().getBytes(StandardCharsets.US_ASCII),
          StrictJson.write(jwk)
        }) {
      String signed =
          signingInput(
              JsonTree.object().add("alg", "HS256").add("kid", name(RSA).url()),
              Samples.unsigned());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String tag = Base64Url.encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));

      assertThat(proof(verdict(signed + "." + tag, RSA)).code())
          .isEqualTo(FindingCode.PROOF_BROKEN);
    }
  }

  @Test
  void anExtensionThatMustBeUnderstoodIsNot() throws Exception {
    JsonObjectBuilder header =
        JsonTree.object()
            .add("alg", "RS256")
            .add("kid", name(RSA).url())
            .add("crit", JsonTree.array().add("exp"))
            .add("exp", 1);

    assertThat(verdict(token(header, Samples.unsigned(), RSA), RSA).conclusion())
        .isEqualTo(Conclusion.INVALID);
  }

  @Test
  void aTokenThatNamesAnotherHolderIsInvalid() throws Exception {
    JsonObject credential =
        JsonTree.object(Samples.unsigned())
            .add(
                "credentialSubject",
                JsonTree.object(Samples.unsigned().getJsonObject("credentialSubject"))
                    .add("id", "did:example:holder"))
            .build();
    JsonObject same = JsonTree.object(credential).add("sub", "did:example:holder").build();
    JsonObject other = JsonTree.object(credential).add("sub", "did:example:other").build();

    assertThat(proof(verdict(token(brought(RSA), same, RSA), RSA)).code())
        .isEqualTo(FindingCode.PROOF_HOLDS);
    assertThat(proof(verdict(token(brought(RSA), other, RSA), RSA)).code())
        .isEqualTo(FindingCode.PROOF_CLAIMS_DIFFER);
  }

  @Test
  void theOlderModelsTokenIsAnotherForm() throws Exception {
    JsonObject claims = JsonTree.object().add("vc", Samples.unsigned()).build();
    JsonObjectBuilder header = JsonTree.object().add("alg", "RS256").add("kid", name(RSA).url());

    Verdict verdict = verdict(token(header, claims, RSA), RSA);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  void aTokenThatNamesAHoldersKeyDoesNotShowIt() throws Exception {
    JsonObject claims =
        JsonTree.object(Samples.unsigned())
            .add("cnf", JsonTree.object().add("jwk", Jwk.of(P256.publicKey())))
            .build();

    Verdict verdict = verdict(token(brought(RSA), claims, RSA), RSA);

    assertThat(verdict.findings())
        .contains(Finding.of(CheckName.HOLDER_BINDING, FindingCode.HOLDER_BINDING_NOT_SHOWN));
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
  }

  @Test
  void noProofWithinADocumentIsByRsa() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                DocumentSigner.standard().sign(Samples.unsigned(), RSA, name(RSA), Samples.ISSUED));
  }

  private static VerificationMethodId name(SigningKey key) {
    return VerificationMethodId.of(Samples.SCHOOL, key.publicKey());
  }

  private static JsonObjectBuilder brought(SigningKey key) {
    return JsonTree.object()
        .add("alg", key.publicKey().type().jwsAlgorithm())
        .add("typ", "JWT")
        .add("jwk", Jwk.of(key.publicKey()));
  }

  private static String token(JsonObjectBuilder header, JsonObject claims, SigningKey key) {
    String signed = signingInput(header, claims);
    byte[] signature = key.sign(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + Base64Url.encode(signature);
  }

  private static String signingInput(JsonObjectBuilder header, JsonObject claims) {
    return Base64Url.encode(StrictJson.write(header.build()))
        + "."
        + Base64Url.encode(StrictJson.write(claims));
  }

  private static JsonObject part(String token, int index) throws Exception {
    return StrictJson.parse(Base64Url.decode(token.split("\\.", -1)[index]).orElseThrow());
  }

  private static Verdict verdict(String token, SigningKey held) throws Exception {
    return verdict(new World().know(name(held), held.publicKey()), token);
  }

  private static Verdict verdict(World world, String token) throws Exception {
    return world.verification().verify(token.getBytes(StandardCharsets.US_ASCII), Samples.NOW);
  }

  private static Finding proof(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.check() == CheckName.PROOF)
        .findFirst()
        .orElseThrow();
  }
}
