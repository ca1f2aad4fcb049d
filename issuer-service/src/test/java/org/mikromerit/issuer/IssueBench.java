package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.issuer.issuance.IssueCredential;
import org.mikromerit.issuer.issuance.IssueCredential.Issued;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.status.StatusPlaces;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/**
 * The issuer's processor time for a credential with all that an issue is: rules, status index,
 * signature, register row, audit row, outbox row and the relay that empties it; beside a Node
 * process on the npm libraries that signs the same document and stores nothing. Part of {@code
 * ./mikromerit bench core}; no test, for its name is none.
 */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class IssueBench {
  private static final int CHUNK = 100;
  private static final int SINGLE = 300;
  private static final int BATCHED = 1_000;
  private static final int PEER = 40;
  private static final int MOST_WARM_UPS = 30;
  private static final double QUIET = 0.05;
  private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();
  private static final String NONE = "none";
  private static final String RECORDING = System.getProperty("bench.recording", NONE);
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @Inject IssueCredential issueCredential;
  @Inject StatusPlaces places;
  @Inject UserTransaction transaction;
  @TempDir Path folder;

  private int learners;

  @Test
  void measure() throws Exception {
    var institution = Institution.authorised();
    UUID definition = institution.publishedDefinition();
    hand(institution.issue(Institution.order(definition)).body());
    int rounds = Integer.getInteger("bench.rounds", 5);
    var single = new ArrayList<Double>();
    var batched = new ArrayList<Double>();
    var peer = new ArrayList<Double>();
    try (Peer node = Peer.over(folder);
        Recording profile = new Recording()) {
      warm(institution, definition, node);
      record(profile);
      for (int round = 0; round < rounds; round++) {
        single.add(micros(institution, definition, SINGLE, 1));
        batched.add(micros(institution, definition, BATCHED, CHUNK));
        peer.add((double) node.take("issue-rdfc", PEER) / PEER);
      }
      if (!RECORDING.equals(NONE)) {
        profile.dump(Path.of(RECORDING));
      }
    }
    String table =
        "| issue and store | median | from | to | to npm |\n|---|---|---|---|---|\n"
            + row("issuer, one to a transaction", single, peer)
            + row("issuer, 100 to a transaction", batched, peer)
            + row("npm: signs alone", peer, peer);
    Files.writeString(Path.of(System.getProperty("bench.table", "target/bench.md")), table);
  }

  /** Until hardly anything is compiled any more: on busy processors that is long. */
  private void warm(Institution institution, UUID definition, Peer node) throws Exception {
    node.take("issue-rdfc", 5 * PEER);
    double share = 1;
    for (int round = 0; round < MOST_WARM_UPS && share > QUIET; round++) {
      long compiled = COMPILER.getTotalCompilationTime();
      double spent =
          SINGLE * micros(institution, definition, SINGLE, 1)
              + BATCHED * micros(institution, definition, BATCHED, CHUNK);
      share = (COMPILER.getTotalCompilationTime() - compiled) * 1_000 / spent;
    }
  }

  private static void record(Recording profile) {
    if (!RECORDING.equals(NONE)) {
      profile.enable("jdk.CPUTimeSample").with("throttle", "2ms");
      profile.start();
    }
  }

  private double micros(Institution institution, UUID definition, int credentials, int chunk)
      throws Exception {
    long before = PROCESS.getProcessCpuTime();
    for (int done = 0; done < credentials; done += chunk) {
      issue(institution, definition, chunk);
    }
    return (PROCESS.getProcessCpuTime() - before) / 1_000.0 / credentials;
  }

  private void issue(Institution institution, UUID definition, int chunk) throws Exception {
    List<Optional<StatusPlace>> taken = new ArrayList<>();
    for (int i = 0; i < chunk; i++) {
      taken.add(places.take(institution.id));
    }
    transaction.begin();
    for (Optional<StatusPlace> place : taken) {
      assertThat(issueCredential.issue(institution.id, "bench", order(definition), place))
          .isInstanceOf(Issued.class);
    }
    transaction.commit();
  }

  private Order order(UUID definition) {
    int number = learners++;
    return new Order(
        definition,
        1,
        "Åsa " + number,
        "Öberg 🌻",
        Sha256.hex("learner-" + number),
        Instant.parse("2026-05-20T12:00:00Z"),
        null,
        "Observation nr " + number,
        null);
  }

  private static String row(String name, List<Double> taken, List<Double> peer) {
    List<Double> sorted = taken.stream().sorted().toList();
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < taken.size(); i++) {
      ratios.add(peer.get(i) / taken.get(i));
    }
    return String.format(
        Locale.ROOT,
        "| %s | %.0f µs | %.0f | %.0f | 1/%.1f |%n",
        name,
        sorted.get(sorted.size() / 2),
        sorted.getFirst(),
        sorted.getLast(),
        ratios.stream().sorted().toList().get(ratios.size() / 2));
  }

  /** The same document to the peer, with the issuer that it names. */
  private void hand(String issued) throws Exception {
    var document = StrictJson.parse(issued.getBytes(StandardCharsets.UTF_8));
    var method =
        VerificationMethodId.parse(
                document.getJsonArray("proof").getJsonObject(0).getString("verificationMethod"))
            .orElseThrow();
    var key = DidDocument.Key.of(PublicKey.fromMultibase(method.fragment()).orElseThrow());
    Files.writeString(
        folder.resolve("documents.json"),
        JsonTree.array().add(ProofVerifier.withoutProof(document)).build().toString());
    Files.write(folder.resolve("context.json"), PinnedContexts.mikromeritBytes());
    Files.write(folder.resolve("did.json"), DidDocument.compose(method.did(), List.of(key)));
    for (String none : List.of("rdfc.json", "jcs.json", "jwt.json", "sd-jwt.json")) {
      Files.writeString(folder.resolve(none), "[]");
    }
  }

  /** {@code credential-core/src/test/node/bench.mjs}. */
  private record Peer(Process node, Writer orders, BufferedReader answers)
      implements AutoCloseable {

    static Peer over(Path folder) throws IOException {
      Process node =
          new ProcessBuilder("node", "bench.mjs", folder.toString())
              .directory(Path.of("../credential-core/src/test/node").toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new Peer(node, node.outputWriter(), node.inputReader());
    }

    long take(String what, int times) throws IOException {
      orders.write(what + " " + times + "\n");
      orders.flush();
      return Long.parseLong(answers.readLine());
    }

    @Override
    public void close() {
      node.destroy();
    }
  }
}
