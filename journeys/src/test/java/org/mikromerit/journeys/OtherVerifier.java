package org.mikromerit.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.mikromerit.journeys.Installation.Said;

/** {@code @digitalbazaar/vc} from npm, with what an institution publishes of itself. */
final class OtherVerifier {
  private static final String FOLDER = "credential-core/src/test/node";

  private final Installation installation;
  private final Path files;

  OtherVerifier(Installation installation, Institution issuer) {
    this.installation = installation;
    try {
      files = Files.createTempDirectory("other-verifier");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write("did.json", "/organisations/" + issuer.id() + "/did.json");
    write("context.json", "/contexts/credential/v1");
    installation.fetchNodeModules(FOLDER);
  }

  /** Exit 0 where it believes the document, 1 where it does not. */
  Said verify(String document) {
    save("credential.json", document);
    return installation.type(
        "node %s/verify.mjs %s --did-documents %s --context %s"
            .formatted(
                FOLDER,
                files.resolve("credential.json"),
                files.resolve("did.json"),
                files.resolve("context.json")));
  }

  /** The credential as somebody shows it whom nobody knew before. */
  JsonNode presents(JsonNode credential, String challenge, String domain) {
    save("credential.json", credential.toString());
    Said shown =
        installation.type(
            "node %s/present.mjs %s %s %s %s --context %s"
                .formatted(
                    FOLDER,
                    files.resolve("credential.json"),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    challenge,
                    domain,
                    files.resolve("context.json")));
    try {
      return Institution.JSON.readTree(shown.words());
    } catch (IOException e) {
      throw new UncheckedIOException(shown.words(), e);
    }
  }

  private void write(String name, String address) {
    save(name, installation.registry().get(address).send().body());
  }

  private void save(String name, String text) {
    try {
      Files.writeString(files.resolve(name), text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
