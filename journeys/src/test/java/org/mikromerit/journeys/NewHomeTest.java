package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.journeys.Institution.idOf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http.Reply;

/**
 * A learner takes everything along, the installation where it was issued is switched off, and what
 * they have goes on being worth something at a fresh one, which has no issuer of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("LRN-2")
class NewHomeTest {
  private static final String TOLD_BY_ANOTHER = "VALID_WITH_WARNINGS";

  private final Installation old = Installation.get();
  private final Installation home = Installation.another(old);
  private final Verifier verifier = new Verifier(home);
  private final World world = new World(2_026_11_24L);

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Installation trusting;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Learner learner;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Reply first;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Reply second;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private Reply revoked;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private byte[] export;

  @SuppressWarnings("NullAway.Init") // set before all tests
  private JsonNode report;

  /** Everything that came before the move, and the move. */
  @BeforeAll
  void theOldInstallationIsOffAndEverythingIsBrought() {
    Learner before = Learner.withVerifiedEmail(old);
    Institution school = Institution.authorised(old, world.organisation("Skolan"));
    Institution association = Institution.authorised(old, world.organisation("Förbundet"));
    String definition = school.published(world.definition());
    first = school.issued(definition, before.recipient(world));
    revoked = school.issued(definition, before.recipient(world));
    second = association.issued(association.published(world.definition()), before.recipient(world));
    assertThat(school.revoke(idOf(revoked)).status()).isEqualTo(200);
    Await.untilAsserted(
        "all are there",
        () -> {
          assertThat(before.credentials()).hasSize(3);
          assertThat(before.listed(idOf(revoked)).path("status").toString()).contains("REVOKED");
        });
    export = before.export();
    trusting = home.with(Map.of("MIKROMERIT_TRUSTED_REGISTRIES", registryKey(old)));
    old.stack().stop();

    trusting.start("registry", "verification");
    learner = before.at(home);
    report = learner.bring(export);
  }

  @AfterAll
  void everythingRunsAsBefore() {
    home.remove();
    old.stack().start();
  }

  @Test
  void whatWasBroughtIsThereByteForByteAndEveryFileStillVerifies() {
    assertThat(report.path("imported").asInt()).as(report.toString()).isEqualTo(3);
    assertThat(report.path("bundles").findValuesAsText("state")).containsExactly("KEPT");
    assertThat(learner.credentials())
        .containsExactlyInAnyOrder(idOf(first), idOf(second), idOf(revoked));
    for (Reply issued : List.of(first, second)) {
      assertThat(learner.download(idOf(issued)).body()).isEqualTo(issued.body());
      verifier.awaitConclusion(issued.body(), TOLD_BY_ANOTHER);
      assertThat(verifier.inExport(export, idOf(issued))).isEqualTo(TOLD_BY_ANOTHER);
    }
  }

  @Test
  void whatWasRevokedBeforeTheMoveStaysRevoked() {
    verifier.awaitConclusion(revoked.body(), "INVALID");
    assertThat(verifier.inExport(export, idOf(revoked))).isEqualTo("INVALID");
    assertThat(learner.listed(idOf(revoked)).path("status").toString()).contains("REVOKED");
  }

  @Test
  void whatIsExportedFromHereVerifiesTheSame() {
    byte[] again = learner.export();

    verifier.awaitConclusion(first.body(), TOLD_BY_ANOTHER);
    assertThat(verifier.inExport(again, idOf(first))).isEqualTo(TOLD_BY_ANOTHER);
    assertThat(verifier.inExport(again, idOf(revoked))).isEqualTo("INVALID");
  }

  @Test
  void aChangedFileIsNamedAndNotTakenOverAndDoesNotVerify() {
    String other = second.body().replaceFirst("\"name\" *: *\"", "$0Dr ");
    byte[] changed = with(export, file(second), other);
    Learner cheat = Learner.withVerifiedEmail(home);

    JsonNode told = cheat.bring(changed);

    assertThat(state(told, file(second))).isEqualTo("DIGEST_DIFFERS");
    assertThat(state(told, file(first))).isEqualTo("IMPORTED");
    assertThat(cheat.download(idOf(second)).status()).isEqualTo(404);
    assertThat(verifier.inExport(changed, idOf(second))).isEqualTo("INVALID");
    assertThat(verifier.inExport(changed, idOf(first))).isEqualTo(TOLD_BY_ANOTHER);
    assertThat(verifier.ofDocument(other).path("conclusion").asText()).isEqualTo("INVALID");
  }

  @Test
  @Tag("S4")
  void nobodyElseSeesWhatWasBrought() {
    Learner neighbour = Learner.withVerifiedEmail(home);

    assertThat(neighbour.credentials()).isEmpty();
    assertThat(neighbour.download(idOf(first)).status()).isEqualTo(404);
  }

  @Test
  @Tag("S1")
  void whereTheOldRegistryIsNotTrustedNothingIsValid() {
    verifier.awaitConclusion(first.body(), TOLD_BY_ANOTHER);
    home.start("registry", "verification");
    try {
      JsonNode told = Learner.withVerifiedEmail(home).bring(export);

      assertThat(told.path("bundles").findValuesAsText("state")).containsExactly("UNTRUSTED");
      for (Reply issued : List.of(first, second)) {
        assertThat(verifier.ofDocument(issued.body()).path("conclusion").asText())
            .isEqualTo("UNDECIDED");
        assertThat(verifier.inExport(export, idOf(issued))).isEqualTo("UNDECIDED");
      }
    } finally {
      trusting.start("registry", "verification");
    }
  }

  /** The key that a registry signs its bundles with, as it publishes it. */
  private static String registryKey(Installation installation) {
    return installation
        .registry()
        .get("/.well-known/did.json")
        .send()
        .json()
        .at("/verificationMethod/0/id")
        .asText();
  }

  private static String file(Reply issued) {
    return "credentials/" + idOf(issued) + ".json";
  }

  private static String state(JsonNode report, String file) {
    for (JsonNode each : report.path("files")) {
      if (each.path("file").asText().equals(file)) {
        return each.path("state").asText();
      }
    }
    throw new AssertionError("nothing is told of " + file + " in " + report);
  }

  /** The archive with another text in one of its files. */
  private static byte[] with(byte[] archive, String name, String text) {
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(archive));
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        to.write(
            entry.getName().equals(name)
                ? text.getBytes(StandardCharsets.UTF_8)
                : from.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
