package org.mikromerit.credential.golden;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.Award;
import org.mikromerit.credential.openbadge.AwardPart;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;

/**
 * Writes the corpus of a version that is released: {@code -Dtest=WriteGoldenCorpus
 * -Dgolden.write=0.1}. A corpus that is there is left alone.
 */
@EnabledIfSystemProperty(named = "golden.write", matches = ".+")
class WriteGoldenCorpus {

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant REPLACED = Instant.parse("2026-03-02T12:00:00Z");
  private static final int REVOKED = 17;
  private static final int SUSPENDED = 18;

  private final JsonArrayBuilder documents = JsonTree.array();
  private final JsonArrayBuilder keys = JsonTree.array();

  private Path folder = Path.of("");

  @Test
  void writesEachFormThatIsIssued() throws Exception {
    folder = GoldenCorpus.folderOf(System.getProperty("golden.write"));
    assertThat(folder).doesNotExist();
    Files.createDirectories(folder);
    know(Samples.METHOD, Samples.KEY, null);

    write("open-badge.json", Samples.signed(Samples.unsigned()));
    write("suspendable.json", Samples.signed(Samples.suspendable()));
    write("award.json", Samples.signed(award()));
    write("canonical-text.json", byText(Samples.unsigned()));
    write("replaced-key.json", byReplacedKey(Samples.unsigned()));
    write("p-256.json", byKeyOf(KeyType.P256));
    write("p-384.json", byKeyOf(KeyType.P384));
    write("open-badge.jwt", token(CredentialJwt.Form.OPEN_BADGES));
    write("vc.jwt", token(CredentialJwt.Form.VC));
    write("open-badge-rsa.jwt", byRsa());
    write("whole.sd-jwt", text(disclosable()));
    write("without-result.sd-jwt", text(disclosable().showing(List.of())));
    write("revoked.json", Samples.signed(withStatus(StatusPurpose.REVOCATION)), "revoked");
    write("suspended.json", Samples.signed(withStatus(StatusPurpose.SUSPENSION)), "suspended");
    write(
        "tampered.json",
        Tampering.inTheSignedText(Samples.signed(Samples.unsigned())),
        "proof-broken");

    Files.write(folder.resolve("revocations.json"), Samples.statusList(REVOKED));
    Files.write(folder.resolve("suspensions.json"), Samples.suspensions(SUSPENDED));
    Files.write(folder.resolve("corpus.json"), StrictJson.write(index()));
  }

  private static JsonObject award() {
    AwardPart part =
        new AwardPart(
            Samples.PART,
            "Hygien",
            List.of(new StatusEntry(StatusPurpose.REVOCATION, Samples.LIST, 4_711)));
    Award award =
        new Award(Samples.award().pathway(), Samples.award().pathwayVersion(), List.of(part));
    return OpenBadgeComposer.compose(
        Samples.content(new Holder("Åsa", "Öberg"), Samples.hygiene(), award));
  }

  private static JsonObject withStatus(StatusPurpose purpose) {
    StatusEntry entry =
        purpose == StatusPurpose.REVOCATION
            ? new StatusEntry(purpose, Samples.LIST, REVOKED)
            : new StatusEntry(purpose, Samples.SUSPENSIONS, SUSPENDED);
    return JsonTree.object(Samples.unsigned()).add("credentialStatus", entry.json()).build();
  }

  private static byte[] byText(JsonObject document) throws Exception {
    return new DocumentSigner(StrictJsonLd.standard(), List.of(JcsSuite.eddsa2022()))
        .sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  private byte[] byReplacedKey(JsonObject document) {
    SigningKey key = Samples.key("replaced");
    VerificationMethodId method = VerificationMethodId.of(Samples.SCHOOL, key.publicKey());
    know(method, key, REPLACED);
    return Samples.signed(document, key, method);
  }

  private byte[] byKeyOf(KeyType type) {
    SigningKey key = SoftwareKey.generate(type, new SecureRandom());
    VerificationMethodId method = VerificationMethodId.of(Samples.SCHOOL, key.publicKey());
    know(method, key, null);
    return Samples.signed(Samples.unsigned(), key, method);
  }

  private static byte[] token(CredentialJwt.Form form) {
    return CredentialJwt.sign(form, Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private byte[] byRsa() {
    SigningKey key = SoftwareKey.generate(KeyType.RSA, new SecureRandom());
    VerificationMethodId method = VerificationMethodId.of(Samples.SCHOOL, key.publicKey());
    know(method, key, null);
    return CredentialJwt.sign(
            CredentialJwt.Form.OPEN_BADGES, Samples.unsigned(), key, method, Samples.ISSUED)
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static SdJwt disclosable() {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            Samples.unsigned(),
            HolderChoice.standard(),
            Optional.empty(),
            Samples.KEY,
            Samples.METHOD,
            Samples.ISSUED);
  }

  private static byte[] text(SdJwt credential) {
    return credential.text().getBytes(StandardCharsets.US_ASCII);
  }

  private void know(VerificationMethodId method, SigningKey key, @Nullable Instant replaced) {
    JsonObjectBuilder known =
        JsonTree.object()
            .add("verificationMethod", method.url())
            .add("publicKeyMultibase", key.publicKey().multibase())
            .add("validFrom", BEGINNING.toString());
    Optional.ofNullable(replaced).ifPresent(until -> known.add("validUntil", until.toString()));
    keys.add(known);
  }

  private void write(String file, byte[] bytes) throws IOException {
    write(file, bytes, null);
  }

  private void write(String file, byte[] bytes, @Nullable String fault) throws IOException {
    Files.write(folder.resolve(file), bytes);
    JsonObjectBuilder document =
        JsonTree.object().add("file", file).add("sha256", Sha256.hex(bytes));
    Optional.ofNullable(fault).ifPresent(code -> document.add("fault", code));
    documents.add(document);
  }

  private JsonObject index() {
    return JsonTree.object()
        .add("verifiedAt", REPLACED.plusSeconds(3600).toString())
        .add("keys", keys)
        .add("issuers", JsonTree.array().add(school()))
        .add("definitions", JsonTree.array().add(definition()))
        .add(
            "statusLists",
            JsonTree.array()
                .add(list(Samples.LIST.toString(), "revocations.json"))
                .add(list(Samples.SUSPENSIONS.toString(), "suspensions.json")))
        .add("documents", documents)
        .build();
  }

  private static JsonObject school() {
    return JsonTree.object()
        .add("did", Samples.SCHOOL.value())
        .add("name", Samples.SCHOOL_NAME)
        .add("authorisedFrom", BEGINNING.toString())
        .build();
  }

  private static JsonObject definition() {
    return JsonTree.object()
        .add("id", Samples.hygiene().id().toString())
        .add("creator", Samples.SCHOOL.value())
        .build();
  }

  private static JsonObject list(String url, String file) {
    return JsonTree.object().add("url", url).add("file", file).build();
  }
}
