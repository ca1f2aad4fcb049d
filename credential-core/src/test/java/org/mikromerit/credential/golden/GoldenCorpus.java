package org.mikromerit.credential.golden;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.testing.World;

/**
 * What one version issued, with all that a verifier knew of it: files that are written once and
 * never touched again.
 */
record GoldenCorpus(Path folder, JsonObject index) {

  private static final Path ROOT = Path.of("src/test/resources/golden");

  /** The corpus of each version that there ever was. */
  static List<GoldenCorpus> all() {
    try (Stream<Path> versions = Files.list(ROOT)) {
      return versions.sorted().map(GoldenCorpus::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path folderOf(String version) {
    return ROOT.resolve(version);
  }

  private static GoldenCorpus read(Path folder) {
    return new GoldenCorpus(folder, json(bytes(folder.resolve("corpus.json"))));
  }

  String version() {
    return folder.getFileName().toString();
  }

  /** A document, and what every later version must say of it. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Document(String file, byte[] bytes, String sha256, Optional<String> fault) {

    @Override
    public String toString() {
      return file;
    }
  }

  List<Document> documents() {
    return JsonTree.children(index, "documents").stream()
        .map(
            each ->
                new Document(
                    each.getString("file"),
                    bytes(folder.resolve(each.getString("file"))),
                    each.getString("sha256"),
                    JsonTree.text(each, "fault")))
        .toList();
  }

  Instant verifiedAt() {
    return Instant.parse(index.getString("verifiedAt"));
  }

  /** A verifier that knows what stands in the corpus, and nothing else. */
  Verification verification() {
    World world = World.empty();
    for (JsonObject key : JsonTree.children(index, "keys")) {
      world.answer(
          VerificationMethodId.parse(key.getString("verificationMethod")).orElseThrow(),
          new IssuerKeys.Held(
              PublicKey.fromMultibase(key.getString("publicKeyMultibase")).orElseThrow(),
              Instant.parse(key.getString("validFrom")),
              JsonTree.text(key, "validUntil").map(Instant::parse).orElse(null),
              null));
    }
    for (JsonObject issuer : JsonTree.children(index, "issuers")) {
      world.entitle(
          new Did(issuer.getString("did")),
          issuer.getString("name"),
          new Issuers.Entitlement(Instant.parse(issuer.getString("authorisedFrom")), true));
    }
    for (JsonObject definition : JsonTree.children(index, "definitions")) {
      world.answer(UUID.fromString(definition.getString("id")), new IssuingRights.Created());
    }
    for (JsonObject list : JsonTree.children(index, "statusLists")) {
      world.publish(
          URI.create(list.getString("url")),
          bytes(folder.resolve(list.getString("file"))),
          verifiedAt());
    }
    return world.verification();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject json(byte[] bytes) {
    try {
      return StrictJson.parse(bytes);
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }
}
