package org.mikromerit.credential.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

@Tag("S3")
class CredentialJwtTest {

  @ParameterizedTest
  @EnumSource(CredentialJwt.Form.class)
  void aCredentialOfTheRegistersIssuerIsValid(CredentialJwt.Form form) throws Exception {
    String token =
        CredentialJwt.sign(form, Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED);

    Verdict verdict = verdict(token);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void everyTypeOfKeySignsTokens(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            Samples.unsigned(DidKey.of(key.publicKey())),
            key,
            DidKey.verificationMethod(key.publicKey()),
            Samples.ISSUED);

    Verdict verdict = verdict(token);

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_HOLDS);
  }

  @Test
  void anEnvelopedCredentialIsTheTokenWithin() throws Exception {
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC, Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED);
    JsonObject envelope =
        JsonTree.object()
            .add("@context", "https://www.w3.org/ns/credentials/v2")
            .add("id", "data:application/vc+jwt," + token)
            .add("type", "EnvelopedVerifiableCredential")
            .build();

    Verdict verdict = new World().verification().verify(StrictJson.write(envelope), Samples.NOW);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void aKeyOfAnotherIssuerDoesNotSign() {
    VerificationMethodId foreign =
        VerificationMethodId.of(new Did("did:web:example.org"), Samples.KEY.publicKey());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CredentialJwt.sign(
                    CredentialJwt.Form.VC,
                    Samples.unsigned(),
                    Samples.KEY,
                    foreign,
                    Samples.ISSUED));
  }

  @Test
  void aCredentialOfOneIssuerSignedByAnotherIsInvalid() throws Exception {
    SigningKey key = Samples.key("stranger");
    String token =
        CompactJws.sign(
            "vc+jwt",
            StrictJson.write(Samples.unsigned()),
            key,
            DidKey.verificationMethod(key.publicKey()));

    assertThat(finding(verdict(token), CheckName.PROOF)).isEqualTo(FindingCode.PROOF_KEY_FOREIGN);
  }

  @Test
  void aChangedLetterBreaksIt() throws Exception {
    String[] parts = token().split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    parts[1] = base64(payload.replace("Åsa", "Åse"));

    Verdict verdict = verdict(String.join(".", parts));

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_BROKEN);
    assertThat(verdict.facts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss|\"did:web:example.org\"",
        "iss|1",
        "jti|\"urn:uuid:0190e000-0000-7000-8000-0000000000ff\"",
        "sub|\"did:example:another\"",
        "nbf|1",
        "nbf|\"2026-03-02\"",
        "nbf|1.5",
        "iat|-1",
        "exp|999999999999999"
      })
  void aTokenThatContradictsItsCredentialIsInvalid(String claim, String value) throws Exception {
    JsonValue json =
        StrictJson.parse(("{\"v\":" + value + "}").getBytes(StandardCharsets.UTF_8)).get("v");

    Verdict verdict = verdict(signed(JsonTree.object(Samples.unsigned()).add(claim, json).build()));

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_CLAIMS_DIFFER);
  }

  @Test
  void aTokenThatHasExpiredIsInvalid() throws Exception {
    JsonValue past = JsonTree.number(Samples.NOW.getEpochSecond());

    Verdict verdict = verdict(signed(JsonTree.object(Samples.unsigned()).add("exp", past).build()));

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_EXPIRED);
  }

  @Test
  void aTokenForSomebodyInParticularIsUndecided() throws Exception {
    JsonValue other = JsonTree.string("https://another.example");

    Verdict verdict =
        verdict(signed(JsonTree.object(Samples.unsigned()).add("aud", other).build()));

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_ADDRESSED);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "exp", "cnf", "vc", "proof", "iat"})
  void whatOnlyATokenHasIsNotSignedAsACredentials(String member) {
    JsonObject credential = JsonTree.object(Samples.unsigned()).add(member, "x").build();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CredentialJwt.sign(
                    CredentialJwt.Form.VC,
                    credential,
                    Samples.KEY,
                    Samples.METHOD,
                    Samples.ISSUED));
  }

  @Test
  void ed25519HasTwoNames() throws Exception {
    String header =
        "{\"alg\":\"Ed25519\",\"typ\":\"vc+jwt\",\"kid\":\"%s\"}".formatted(Samples.METHOD.url());
    String signed =
        base64(header)
            + "."
            + base64(new String(StrictJson.write(Samples.unsigned()), StandardCharsets.UTF_8));
    byte[] signature = Samples.KEY.sign(signed.getBytes(StandardCharsets.US_ASCII));

    assertThat(
            verdict(
                    signed
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(signature))
                .conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  void aTokenOfTomorrowIsInvalid() throws Exception {
    Instant tomorrow = Samples.NOW.plusSeconds(86_400);
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC, Samples.unsigned(), Samples.KEY, Samples.METHOD, tomorrow);

    assertThat(finding(verdict(token), CheckName.PROOF))
        .isEqualTo(FindingCode.PROOF_FROM_THE_FUTURE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kb+jwt", "mikromerit-bundle+jwt", "dc+sd-jwt", "at+jwt"})
  void aTokenOfAnotherTypeIsNoCredential(String type) throws Exception {
    String token =
        CompactJws.sign(type, StrictJson.write(Samples.unsigned()), Samples.KEY, Samples.METHOD);

    assertThat(finding(verdict(token), CheckName.PROOF)).isEqualTo(FindingCode.PROOF_MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"alg\":\"none\"",
        "\"alg\":\"HS256\"",
        "\"alg\":\"ES256\"",
        "\"alg\":\"EdDSA\",\"crit\":[\"exp\"]"
      })
  void anotherAlgorithmThanTheKeysIsNotBelieved(String algorithm) throws Exception {
    String header =
        "{%s,\"typ\":\"vc+jwt\",\"kid\":\"%s\"}".formatted(algorithm, Samples.METHOD.url());
    String signed =
        base64(header)
            + "."
            + base64(new String(StrictJson.write(Samples.unsigned()), StandardCharsets.UTF_8));
    byte[] signature = Samples.KEY.sign(signed.getBytes(StandardCharsets.US_ASCII));

    Verdict verdict =
        verdict(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @Test
  @Tag("S1")
  void aKeyThatTheTokenBringsAlongIsNotUsed() throws Exception {
    SigningKey stranger = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    String header =
        "{\"alg\":\"EdDSA\",\"kid\":\"%s\",\"jku\":\"http://127.0.0.1/\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}}"
            .formatted(Samples.METHOD.url());
    String signed =
        base64(header)
            + "."
            + base64(new String(StrictJson.write(Samples.unsigned()), StandardCharsets.UTF_8));
    byte[] signature = stranger.sign(signed.getBytes(StandardCharsets.US_ASCII));

    Verdict verdict =
        verdict(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));

    assertThat(finding(verdict, CheckName.PROOF)).isEqualTo(FindingCode.PROOF_BROKEN);
  }

  @Test
  void aTokenOfAnIssuerThatNobodyKnowsIsUndecided() throws Exception {
    SigningKey key = Samples.key("stranger");
    Did unknown = new Did("did:web:unknown.example");
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            Samples.unsigned(unknown),
            key,
            VerificationMethodId.of(unknown, key.publicKey()),
            Samples.ISSUED);

    assertThat(verdict(token).conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void anUnknownContextIsUndecidedAlthoughTheTextIsSigned() throws Exception {
    JsonObject document =
        JsonTree.object(Samples.unsigned())
            .add(
                "@context",
                JsonTree.array()
                    .add("https://www.w3.org/ns/credentials/v2")
                    .add("https://example.org/own/v1"))
            .build();

    assertThat(finding(verdict(signed(document)), CheckName.FORMAT))
        .isEqualTo(FindingCode.CONTEXT_UNKNOWN);
  }

  private static String token() {
    return CredentialJwt.sign(
        CredentialJwt.Form.OPEN_BADGES,
        Samples.unsigned(),
        Samples.KEY,
        Samples.METHOD,
        Samples.ISSUED);
  }

  private static String signed(JsonObject claims) {
    return CompactJws.sign("JWT", StrictJson.write(claims), Samples.KEY, Samples.METHOD);
  }

  private static Verdict verdict(String token) throws Exception {
    return new World()
        .verification()
        .verify(token.getBytes(StandardCharsets.US_ASCII), Samples.NOW);
  }

  private static FindingCode finding(Verdict verdict, CheckName check) {
    return verdict.findings().stream()
        .filter(finding -> finding.check() == check)
        .map(Finding::code)
        .findFirst()
        .orElseThrow();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
