package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.presentation.HolderProof;
import org.mikromerit.credential.presentation.Presentation;
import org.mikromerit.credential.presentation.PresentationJwt;
import org.mikromerit.credential.proof.Cryptosuite;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.proof.RdfcSuite;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Node;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** We and Digital Bazaar's libraries believe and refuse the same credentials. */
@Tag("S3")
class CrossCheckTest {

  @TempDir Path folder;

  private Path context;
  private Path did;

  @BeforeEach
  void files() throws IOException {
    context = write("context.json", PinnedContexts.mikromeritBytes());
    did =
        write(
            "did.json",
            DidDocument.compose(
                Samples.SCHOOL, List.of(DidDocument.Key.of(Samples.KEY.publicKey()))));
  }

  @Test
  void whatWeIssueVerifiesThere() throws IOException {
    Path credential = write("credential.json", Samples.signed(Samples.unsigned()));

    Node.Run run = verify(credential);

    assertThat(run).isEqualTo(new Node.Run(0, "{\"verified\":true,\"errors\":[]}\n"));
  }

  @Test
  void aPresentationThatIsSignedThereIsTheHoldersHere() throws Exception {
    Path credential = write("credential.json", Samples.signed(Samples.unsigned()));

    Node.Run run =
        Node.script(
            "present.mjs",
            credential,
            "2026-03-02T09:30:15Z",
            "c0ffee-1",
            "employer.example",
            "--context",
            context);
    var shown =
        (Presentation.Read)
            Presentation.read(StrictJson.parse(run.out().strip().getBytes(StandardCharsets.UTF_8)));
    HolderProof proof = HolderProof.standard();

    assertThat(proof.of(shown.presentation(), asked("c0ffee-1"), Samples.NOW))
        .isEqualTo(
            new HolderProof.Proven(Objects.requireNonNull(shown.presentation().holder()), true));
    assertThat(proof.of(shown.presentation(), asked("c0ffee-2"), Samples.NOW))
        .isEqualTo(new HolderProof.Refused(HolderProof.Fault.CHALLENGE_DIFFERS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"EdDSA", "ES256", "ES384"})
  void aPresentationThatIsATokenThereIsTheHoldersHere(String algorithm) throws Exception {
    Path credential = write("credential.json", Samples.signed(Samples.unsigned()));

    Node.Run run =
        Node.script(
            "jwt.mjs",
            "present",
            credential,
            algorithm,
            "c0ffee-1",
            "employer.example",
            Samples.NOW.getEpochSecond());
    PresentationJwt token = PresentationJwt.parse(run.out().strip()).orElseThrow();

    assertThat(token.open(asked("c0ffee-1"), Samples.NOW))
        .isInstanceOfSatisfying(
            PresentationJwt.Shown.class,
            shown -> assertThat(shown.holder().holder().method()).isEqualTo("jwk"));
    assertThat(token.open(asked("c0ffee-2"), Samples.NOW))
        .isEqualTo(
            new PresentationJwt.Refused(
                new HolderProof.Refused(HolderProof.Fault.CHALLENGE_DIFFERS)));
  }

  private static HolderProof.Asked asked(String challenge) {
    return new HolderProof.Asked(Optional.of(challenge), Optional.of("employer.example"));
  }

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256", "P384"})
  void aProofThatStandsByItselfVerifiesThere(KeyType type) throws Exception {
    SigningKey key = SoftwareKey.generate(type, new SecureRandom());
    JsonObject bare =
        JsonTree.object()
            .add("@context", JsonTree.array().add(PinnedContexts.CREDENTIALS_V2))
            .add("type", JsonTree.array().add("VerifiableCredential"))
            .add("issuer", DidKey.of(key.publicKey()).value())
            .add("credentialSubject", JsonTree.object().add("name", "Åsa Öberg 🌻"))
            .build();
    byte[] signed =
        DocumentSigner.standard()
            .sign(bare, key, DidKey.verificationMethod(key.publicKey()), Samples.ISSUED);

    assertThat(verify(write("bare.json", signed)))
        .isEqualTo(new Node.Run(0, "{\"verified\":true,\"errors\":[]}\n"));
  }

  @Test
  void anAwardThatWeIssueVerifiesThere() throws IOException {
    Path credential = write("award.json", Samples.signed(Samples.unsignedAward()));

    assertThat(verify(credential).exit()).isZero();
  }

  @Test
  void aTamperedCopyIsRefusedThereToo() throws IOException {
    String signed = text(Samples.signed(Samples.unsigned()));
    Path tampered =
        write(
            "tampered.json",
            signed.replace("Åsa Öberg", "Åse Öberg").getBytes(StandardCharsets.UTF_8));

    Node.Run run = verify(tampered);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("\"verified\":false", "Invalid signature");
  }

  @Test
  void aCredentialOfAnotherKeyIsRefusedThereToo() throws IOException {
    Path stranger =
        write(
            "stranger.json",
            DidDocument.compose(
                Samples.SCHOOL, List.of(DidDocument.Key.of(Samples.key("stranger").publicKey()))));
    Path credential = write("credential.json", Samples.signed(Samples.unsigned()));

    Node.Run run =
        Node.script("verify.mjs", credential, "--did-documents", stranger, "--context", context);

    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void aStatusListThatWeIssueIsReadThere() throws IOException {
    Path credential = write("credential.json", Samples.signed(Samples.unsigned()));
    Path standing = write("standing.json", Samples.statusList(Samples.INDEX + 1));
    Path revoked = write("revoked.json", Samples.statusList(Samples.INDEX));

    assertThat(verify(credential, "--status-lists", standing).exit()).isZero();
    assertThat(verify(credential, "--status-lists", revoked).out())
        .contains("status revocation is set");
  }

  static Stream<Arguments> everySuite() {
    return Stream.of(
        Arguments.of("eddsa-rdfc-2022", KeyType.ED25519, null),
        Arguments.of("eddsa-jcs-2022", KeyType.ED25519, null),
        Arguments.of("ecdsa-rdfc-2019", KeyType.P256, "P-256"),
        Arguments.of("ecdsa-rdfc-2019", KeyType.P384, "P-384"));
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void whatWeSignByEachSuiteVerifiesThere(String suite, KeyType type, @Nullable String curve)
      throws Exception {
    Path credential = write("credential.json", signedBy(suite, type));

    Node.Run run = verify(credential);

    assertThat(run).isEqualTo(new Node.Run(0, "{\"verified\":true,\"errors\":[]}\n"));
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void whatWeSignAndIsThenChangedIsRefusedThere(String suite, KeyType type, @Nullable String curve)
      throws Exception {
    String signed = text(signedBy(suite, type));
    Path tampered =
        write(
            "tampered.json",
            signed.replace("Åsa Öberg", "Åse Öberg").getBytes(StandardCharsets.UTF_8));

    Node.Run run = verify(tampered);

    assertThat(run.exit()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("everySuite")
  void whatIsSignedThereByEachSuiteVerifiesHere(String suite, KeyType type, @Nullable String curve)
      throws Exception {
    Path file = write("unsigned.json", StrictJson.write(Samples.unsigned()));
    List<Object> arguments =
        new ArrayList<>(
            List.of(file, "2026-03-02T09:30:15Z", "--context", context, "--suite", suite));
    if (curve != null) {
      arguments.addAll(List.of("--curve", curve));
    }

    Node.Run run = Node.script("sign.mjs", arguments.toArray());
    Verdict verdict =
        new World().verification().verify(run.out().getBytes(StandardCharsets.UTF_8), Samples.NOW);

    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.PROOF,
                FindingCode.PROOF_HOLDS,
                Map.of(
                    "key",
                    StrictJson.parse(run.out().strip().getBytes(StandardCharsets.UTF_8))
                        .getJsonObject("proof")
                        .getString("verificationMethod"))));
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @ParameterizedTest
  @CsvSource({
    "EdDSA, vc+jwt, ''",
    "ES256, vc+jwt, ''",
    "ES256, JWT, ''",
    "ES384, JWT, ''",
    "RS256, JWT, ''",
    "RS256, JWT, jwk",
    "ES256, JWT, jwk"
  })
  void aTokenThatIsSignedThereVerifiesHere(String algorithm, String type, String brings)
      throws Exception {
    Path file = write("unsigned.json", StrictJson.write(Samples.unsigned()));

    Node.Run run = Node.script("jwt.mjs", "sign", file, algorithm, type, brings);
    Verdict verdict =
        new World().verification().verify(run.out().getBytes(StandardCharsets.UTF_8), Samples.NOW);

    assertThat(verdict.findings())
        .extracting(Finding::code)
        .contains(FindingCode.FORMAT_RECOGNISED, FindingCode.PROOF_HOLDS);
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PS256", "RS384", "RS512"})
  void anotherAlgorithmOfRsaIsNotReadHere(String algorithm) throws Exception {
    Path file = write("unsigned.json", StrictJson.write(Samples.unsigned()));

    Node.Run run = Node.script("jwt.mjs", "sign", file, algorithm, "JWT");
    Verdict verdict =
        new World().verification().verify(run.out().getBytes(StandardCharsets.UTF_8), Samples.NOW);

    assertThat(run.exit()).isZero();
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aTokenThatWeSignIsReadThere(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);
    Path jwk = write("key.jwk", StrictJson.write(Jwk.of(key.publicKey())));
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            Samples.unsigned(DidKey.of(key.publicKey())),
            key,
            DidKey.verificationMethod(key.publicKey()),
            Samples.ISSUED);
    Path whole = write("token", token.getBytes(StandardCharsets.US_ASCII));
    Path changed =
        write(
            "changed",
            (token.substring(0, token.length() - 6) + "AAAAAA")
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(Node.script("jwt.mjs", "verify", whole, jwk).out()).contains("Åsa Öberg");
    assertThat(Node.script("jwt.mjs", "verify", changed, jwk).out())
        .contains("ERR_JWS_SIGNATURE_VERIFICATION_FAILED");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aTokenStatusListThatWeSignIsReadThere(int width) throws Exception {
    var list =
        new StatusListToken(
            URI.create("https://registry.example/token-status-lists/1"),
            TokenStatuses.blank(width, TokenStatuses.FEWEST).with(9, 1).with(131_071, 1),
            Samples.ISSUED,
            Samples.ISSUED.plusSeconds(3_600));
    Path token =
        write("token", list.sign(Samples.KEY, Samples.METHOD).getBytes(StandardCharsets.US_ASCII));

    Node.Run run = Node.script("token-status.mjs", "read", token, 8, 9, 10, 131_071);

    assertThat(run.out()).isEqualTo("[0,1,0,1]\n");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 8})
  void aTokenStatusListThatIsWrittenThereIsReadHere(int width) {
    int largest = (1 << width) - 1;

    Node.Run run = Node.script("token-status.mjs", "write", width, 131_072, "9=" + largest, "10=1");
    TokenStatuses read = TokenStatuses.decode(width, run.out().strip()).orElseThrow();

    assertThat(List.of(read.value(8), read.value(9), read.value(10), read.value(11)))
        .containsExactly(0, largest, 1, 0);
  }

  /** The data model 1.1, whose dates have other names. */
  @ParameterizedTest
  @CsvSource({"eddsa-rdfc-2022", "eddsa-jcs-2022"})
  void aDocumentOfTheOlderModelIsReadHere(String suite) throws Exception {
    JsonObject older =
        JsonTree.object()
            .add(
                "@context",
                JsonTree.array()
                    .add(PinnedContexts.CREDENTIALS_V1)
                    .add("https://w3id.org/security/data-integrity/v2"))
            .add("id", "urn:uuid:0190e000-0000-7000-8000-0000000000a1")
            .add("type", JsonTree.array().add("VerifiableCredential"))
            .add("issuer", JsonTree.object().add("id", "did:example:replaced"))
            .add("issuanceDate", "2026-03-01T00:00:00Z")
            .add("expirationDate", "2026-04-01T00:00:00Z")
            .add("credentialSubject", JsonTree.object().add("id", "did:example:holder"))
            .build();
    Path file = write("older.json", StrictJson.write(older));

    Node.Run run =
        Node.script(
            "sign.mjs", file, "2026-03-02T09:30:15Z", "--context", context, "--suite", suite);
    byte[] signed = run.out().getBytes(StandardCharsets.UTF_8);
    Verdict verdict = new World().verification().verify(signed, Samples.NOW);
    Verdict later =
        new World().verification().verify(signed, Instant.parse("2026-04-02T00:00:00Z"));

    assertThat(verdict.findings())
        .extracting(Finding::code)
        .contains(
            FindingCode.FORMAT_RECOGNISED, FindingCode.PROOF_HOLDS, FindingCode.WITHIN_VALIDITY);
    assertThat(later.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  private static byte[] signedBy(String suite, KeyType type) throws Exception {
    SigningKey key = Samples.key(type);
    Cryptosuite own =
        switch (suite) {
          case "eddsa-jcs-2022" -> JcsSuite.eddsa2022();
          case "eddsa-rdfc-2022" -> RdfcSuite.eddsa2022(StrictJsonLd.standard());
          default -> RdfcSuite.ecdsa2019(StrictJsonLd.standard());
        };
    return new DocumentSigner(StrictJsonLd.standard(), List.of(own))
        .sign(
            Samples.unsigned(DidKey.of(key.publicKey())),
            key,
            DidKey.verificationMethod(key.publicKey()),
            Samples.ISSUED);
  }

  @Test
  void everyTextHasTheSameCanonicalFormThere() throws Exception {
    List<JsonObject> documents = new ArrayList<>();
    for (String text : HostileTexts.all()) {
      documents.add(
          JsonTree.object(Samples.unsigned())
              .add("name", text)
              .add("description", text + text)
              .build());
    }
    StringBuilder lines = new StringBuilder();
    documents.forEach(document -> lines.append(document).append('\n'));
    Path file = write("documents.jsonl", lines.toString().getBytes(StandardCharsets.UTF_8));

    List<String> theirs =
        Node.script("canonise.mjs", file, "--context", context).out().lines().toList();

    assertThat(theirs).hasSameSizeAs(documents);
    for (int i = 0; i < documents.size(); i++) {
      String ours = StrictJsonLd.standard().cover(documents.get(i)).quads("SHA-256");
      assertThat(ours).isEqualTo(unquote(theirs.get(i)));
    }
  }

  private static String unquote(String json) throws Exception {
    return StrictJson.parse(("{\"text\":" + json + "}").getBytes(StandardCharsets.UTF_8))
        .getString("text");
  }

  private Node.Run verify(Path credential, Object... more) {
    List<Object> arguments =
        new ArrayList<>(List.of(credential, "--did-documents", did, "--context", context));
    arguments.addAll(List.of(more));
    return Node.script("verify.mjs", arguments.toArray());
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
