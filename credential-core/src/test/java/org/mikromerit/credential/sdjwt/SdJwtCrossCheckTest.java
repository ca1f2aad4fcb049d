package org.mikromerit.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.testing.Node;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** We and {@code @sd-jwt/core} read and refuse the same SD-JWTs. */
@Tag("S3")
class SdJwtCrossCheckTest {

  private static final SigningKey KEY = Samples.key(KeyType.P256);
  private static final SoftwareKey HOLDER = SoftwareKey.generate(KeyType.P256, new SecureRandom());
  private static final HolderChallenge CHALLENGE =
      new HolderChallenge("https://employer.example", "n-0S6_WzA2Mj");
  private static final String RESULT = "/credentialSubject/result";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"P256", "P384", "ED25519"})
  void whatWeIssueIsReadThere(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);
    SdJwt issued = issue(key, Optional.empty());

    JsonObject all = json(verify(issued.text(), key));
    JsonObject little = json(verify(issued.showing(List.of(RESULT)).text(), key));

    assertThat(all).containsAllEntriesOf(unsigned(key));
    assertThat(little.toString()).contains("\"VG\"").doesNotContain("Öberg", "Desinficerar");
  }

  @Test
  void whatWeIssueWithDecoysIsReadThere() throws Exception {
    SdJwt issued =
        new SdJwtIssuer(new SecureRandom(), 5)
            .issue(
                unsigned(KEY),
                HolderChoice.standard(),
                Optional.empty(),
                KEY,
                DidKey.verificationMethod(KEY.publicKey()),
                Samples.ISSUED);

    assertThat(json(verify(issued.text(), KEY))).containsAllEntriesOf(unsigned(KEY));
  }

  @Test
  void theHoldersSignatureThatWeMakeIsReadThere() throws Exception {
    SdJwt shown = issue(KEY, Optional.of(HOLDER)).showing(List.of(RESULT));
    String bound = KeyBinding.bind(shown, HOLDER, CHALLENGE, Samples.NOW).text();
    String foreign = KeyBinding.bind(shown, KEY, CHALLENGE, Samples.NOW).text();

    assertThat(json(verify(bound, KEY, CHALLENGE.nonce())).toString()).contains("\"VG\"");
    assertThat(verify(bound, KEY, "another").exit()).isEqualTo(1);
    assertThat(verify(foreign, KEY, CHALLENGE.nonce()).exit()).isEqualTo(1);
    assertThat(verify(shown.text(), KEY, CHALLENGE.nonce()).exit()).isEqualTo(1);
  }

  @Test
  void whatWeIssueAndIsThenChangedIsRefusedThere() throws Exception {
    String issued = issue(KEY, Optional.empty()).text();
    SigningKey stranger = SoftwareKey.generate(KeyType.P256, new SecureRandom());

    assertThat(verify(issued.replaceFirst("\\.[A-Za-z0-9]", "._"), KEY).exit()).isEqualTo(1);
    assertThat(verify(issued, stranger).exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "ES384", "EdDSA"})
  void whatIsIssuedThereIsReadHere(String algorithm) throws Exception {
    Path credential = write("credential.json", StrictJson.write(Samples.unsigned()));

    Node.Run issued = Node.script("sd-jwt.mjs", "issue", credential, algorithm);
    Verdict verdict = verdict(issued.out(), Optional.empty());

    assertThat(codes(verdict)).contains(FindingCode.PROOF_HOLDS, FindingCode.NOT_BOUND_TO_HOLDER);
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @Test
  void whatIsPresentedThereIsReadHere() throws Exception {
    Path issued = issuedThere();

    Node.Run nothing = Node.script("sd-jwt.mjs", "present", issued, "{}");
    Node.Run name =
        Node.script(
            "sd-jwt.mjs",
            "present",
            issued,
            "{\"credentialSubject\":{\"identifier\":{\"0\":true}}}");

    assertThat(verdict(nothing.out(), Optional.empty()).facts().orElseThrow().holderName())
        .isEmpty();
    assertThat(verdict(name.out(), Optional.empty()).facts().orElseThrow().holderName())
        .contains("Åsa Öberg");
    assertThat(codes(verdict(name.out(), Optional.empty())))
        .contains(FindingCode.PROOF_HOLDS, FindingCode.HOLDER_BINDING_NOT_SHOWN);
  }

  @Test
  void theHoldersSignatureThatIsMadeThereIsReadHere() throws Exception {
    Path secret =
        write(
            "holder.jwk",
            StrictJson.write(
                JsonTree.object(Jwk.of(HOLDER.publicKey()))
                    .add("d", Base64Url.encode(HOLDER.secret()))
                    .build()));

    Node.Run presented =
        Node.script(
            "sd-jwt.mjs",
            "present",
            issuedThere(),
            "{\"credentialSubject\":{\"result\":true}}",
            secret,
            CHALLENGE.audience(),
            CHALLENGE.nonce(),
            Samples.NOW.getEpochSecond());

    assertThat(codes(verdict(presented.out(), Optional.of(CHALLENGE))))
        .contains(FindingCode.PROOF_HOLDS, FindingCode.HOLDER_BINDING_SHOWN);
    assertThat(
            codes(
                verdict(
                    presented.out(),
                    Optional.of(new HolderChallenge("https://other.example", "n")))))
        .contains(FindingCode.HOLDER_BINDING_BROKEN);
  }

  private Path issuedThere() throws IOException {
    Path credential = write("credential.json", StrictJson.write(Samples.unsigned()));
    Path holder = write("holder.pub.jwk", StrictJson.write(Jwk.of(HOLDER.publicKey())));
    Node.Run issued = Node.script("sd-jwt.mjs", "issue", credential, "ES256", holder);
    assertThat(issued.exit()).as(issued.out()).isZero();
    return write("issued.sd-jwt", issued.out().getBytes(StandardCharsets.US_ASCII));
  }

  private Node.Run verify(String text, SigningKey issuer, Object... nonce) throws IOException {
    Path file = write("shown.sd-jwt", text.getBytes(StandardCharsets.US_ASCII));
    Path jwk = write("issuer.jwk", StrictJson.write(Jwk.of(issuer.publicKey())));
    return nonce.length == 0
        ? Node.script("sd-jwt.mjs", "verify", file, jwk)
        : Node.script("sd-jwt.mjs", "verify", file, jwk, nonce[0]);
  }

  private static SdJwt issue(SigningKey key, Optional<SigningKey> holder) {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            unsigned(key),
            HolderChoice.standard(),
            holder.map(SigningKey::publicKey),
            key,
            DidKey.verificationMethod(key.publicKey()),
            Samples.ISSUED);
  }

  private static JsonObject unsigned(SigningKey key) {
    return Samples.unsigned(DidKey.of(key.publicKey()));
  }

  private static Verdict verdict(String text, Optional<HolderChallenge> challenge)
      throws Exception {
    return new World()
        .verification()
        .verify(text.getBytes(StandardCharsets.US_ASCII), challenge, Moment.now(Samples.NOW));
  }

  private static List<FindingCode> codes(Verdict verdict) {
    return verdict.findings().stream().map(Finding::code).toList();
  }

  private static JsonObject json(Node.Run run) throws Exception {
    assertThat(run.exit()).as(run.out()).isZero();
    return StrictJson.parse(run.out().strip().getBytes(StandardCharsets.UTF_8));
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
