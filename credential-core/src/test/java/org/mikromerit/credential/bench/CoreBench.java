package org.mikromerit.credential.bench;

import com.sun.management.OperatingSystemMXBean;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.IssuingTemplates;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jsonld.TemplateRules;
import org.mikromerit.credential.jsonld.TemplateWatch;
import org.mikromerit.credential.jsonld.VerifyingTemplates;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.CredentialContent;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.openbadge.Issuer;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/**
 * The processor time of an issue and of a verdict, in every form, beside the npm libraries and
 * beside a bare signature: {@code ./mikromerit bench core}. Everybody signs and verifies the same
 * credentials of one definition; each round takes every row in turn, so that what else the machine
 * does weighs on all alike.
 *
 * <p>It lies here because here are the samples and the libraries of others, and it is no test: it
 * asserts that what it measures is right, never how long it takes.
 */
public final class CoreBench {

  private static final int DOCUMENTS = 200;
  private static final long WARM_UP_MICROS = 4_000_000;
  private static final long ROUND_MICROS = 400_000;
  private static final int FEWEST_ROUNDS = 5;
  private static final int TIMED = 20_000;
  private static final String NONE = "none";

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<JsonObject> unsigned = documents();
  private final Map<String, Row> rows = new LinkedHashMap<>();

  private CoreBench() {}

  /** One thing done with the document of a number. */
  private interface Task {
    void take(int document) throws Exception;
  }

  /** So many of one kind in a row, in microseconds of processor time. */
  private interface Stretch {
    long take(int times) throws Exception;
  }

  /** What one row of the table is made of: for each round the microseconds of one. */
  private record Row(String name, Stretch stretch, List<Double> taken) {

    double median() {
      return taken.stream().sorted().toList().get(taken.size() / 2);
    }

    double ratio(Row to) {
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < taken.size(); i++) {
        ratios.add(taken.get(i) / to.taken.get(i));
      }
      return ratios.stream().sorted().toList().get(ratios.size() / 2);
    }
  }

  /**
   * Prints the tables.
   *
   * @param arguments the number of rounds, five or more; where to record what takes the time, or
   *     {@code none}
   */
  public static void main(String[] arguments) throws Exception {
    int rounds = arguments.length == 0 ? FEWEST_ROUNDS : Integer.parseInt(arguments[0]);
    if (rounds < FEWEST_ROUNDS) {
      throw new IllegalArgumentException("five rounds or more");
    }
    Path folder = Files.createTempDirectory("core-bench");
    String recording = arguments.length < 2 ? NONE : arguments[1];
    new CoreBench().run(folder, rounds, recording);
  }

  private void run(Path folder, int rounds, String recording) throws Exception {
    StrictJsonLd general = StrictJsonLd.standard();
    // As the services have it.
    TemplateRules issuing = new TemplateRules(100, 10_000_000, 1_000);
    TemplateRules verifying = new TemplateRules(100, 10_000_000, 10_000);
    Coverage templates = new IssuingTemplates(general, issuing, new Alarm());
    List<byte[]> rdfc = signed(DocumentSigner.standard());
    List<byte[]> jcs = signed(new DocumentSigner(general, List.of(JcsSuite.eddsa2022())));
    List<byte[]> jwt = new ArrayList<>();
    for (JsonObject document : unsigned) {
      jwt.add(token(document).getBytes(StandardCharsets.UTF_8));
    }
    SdJwtIssuer selective = new SdJwtIssuer(new SecureRandom());
    List<byte[]> sdJwt = new ArrayList<>();
    for (JsonObject document : unsigned) {
      sdJwt.add(selective(selective, document).getBytes(StandardCharsets.UTF_8));
    }
    hand(folder, rdfc, jcs, jwt, sdJwt);
    long[] verdicts;
    try (Peer peer = Peer.over(folder)) {
      byte[] message = Sha256.of(rdfc.getFirst());
      byte[] signature = Samples.KEY.sign(message);
      add("bare signature", _ -> require(Samples.KEY.sign(message).length == 64));
      issue("general", DocumentSigner.over(general));
      issue("template", DocumentSigner.over(templates));
      issue("JCS, general", new DocumentSigner(general, List.of(JcsSuite.eddsa2022())));
      issue("JCS, template", new DocumentSigner(templates, List.of(JcsSuite.eddsa2022())));
      add("issue JWT", n -> require(!token(unsigned.get(n)).isEmpty()));
      add("issue SD-JWT", n -> require(!selective(selective, unsigned.get(n)).isEmpty()));
      rows.put("npm issue", peer(peer, "npm: issue", "issue-rdfc"));
      rows.put("npm issue JCS", peer(peer, "npm: issue JCS", "issue-jcs"));
      rows.put("npm issue JWT", peer(peer, "npm: issue JWT (jose)", "issue-jwt"));
      rows.put("npm issue SD-JWT", peer(peer, "npm: issue SD-JWT (@sd-jwt/core)", "issue-sd-jwt"));
      add("bare verification", _ -> require(Samples.KEY.publicKey().verifies(message, signature)));
      World world = new World();
      Verification verification = world.verification();
      Verification byTemplate =
          world.verification(new VerifyingTemplates(general, verifying, new Alarm()));
      verify("general", verification, rdfc);
      verify("template", byTemplate, rdfc);
      verify("JCS, general", verification, jcs);
      verify("JCS, template", byTemplate, jcs);
      verify("JWT", verification, jwt);
      verify("SD-JWT", verification, sdJwt);
      rows.put("npm verify", peer(peer, "npm: verify", "verify-rdfc"));
      rows.put("npm verify JCS", peer(peer, "npm: verify JCS", "verify-jcs"));
      rows.put("npm verify JWT", peer(peer, "npm: verify JWT (jose)", "verify-jwt"));
      rows.put(
          "npm verify SD-JWT", peer(peer, "npm: verify SD-JWT (@sd-jwt/core)", "verify-sd-jwt"));
      measure(rounds, recording);
      verdicts = timed(n -> byTemplate.verify(rdfc.get(n), Samples.NOW));
    }
    print("issue", "bare signature");
    print("verify", "bare verification");
    System.out.printf(
        Locale.ROOT,
        "%nAt 60 %% load of two processors a verdict (verify template), computed from %d that were"
            + " timed: p99 is %.1f times p50.%n",
        TIMED,
        new Waiting(verdicts, 2).tail());
  }

  private void measure(int rounds, String recording) throws Exception {
    Map<Row, Integer> times = new LinkedHashMap<>();
    for (Row row : rows.values()) {
      times.put(row, warm(row));
    }
    try (Recording profile = new Recording()) {
      if (!recording.equals(NONE)) {
        record(profile);
      }
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<Row, Integer> each : times.entrySet()) {
          Row row = each.getKey();
          row.taken.add((double) measured(row, each.getValue()) / each.getValue());
        }
      }
      if (!recording.equals(NONE)) {
        profile.dump(Path.of(recording));
      }
    }
  }

  /** By processor time, so that native code is told too; there on Linux alone (JEP 509). */
  private static void record(Recording profile) {
    profile.enable("jdk.CPUTimeSample").with("throttle", "2ms");
    profile.start();
  }

  /** In a thread of the row's name, by which a profile tells one from another. */
  private static long measured(Row row, int times) throws Exception {
    FutureTask<Long> taken = new FutureTask<>(() -> row.stretch.take(times));
    Thread.ofPlatform().name(row.name).start(taken);
    return taken.get();
  }

  /** Until it has taken its time; returns how many fill a round. */
  private static int warm(Row row) throws Exception {
    int times = 10;
    long spent = 0;
    while (spent < WARM_UP_MICROS) {
      long taken = row.stretch.take(times);
      spent += taken;
      // The kernel counts in hundredths of a second, so that few of them seem to take none.
      times = (int) Math.clamp(ROUND_MICROS * times / Math.max(1, taken), 10, 3L * times);
    }
    return times;
  }

  private void print(String what, String bare) {
    System.out.printf("%n| %s | median | from | to | to a %s | to npm |%n", what, bare);
    System.out.println("|---|---|---|---|---|---|");
    Row unit = row(bare);
    for (Map.Entry<String, Row> each : rows.entrySet()) {
      Row row = each.getValue();
      if (!row.name.equals(bare) && !row.name.contains(what)) {
        continue;
      }
      String peer =
          Stream.of(" SD-JWT", " JWT", " JCS").filter(row.name::contains).findFirst().orElse("");
      boolean bareItself = row.name.equals(bare);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f µs | %.1f | %.1f | %.1f | %s |%n",
          row.name,
          row.median(),
          row.taken.stream().min(Double::compare).orElseThrow(),
          row.taken.stream().max(Double::compare).orElseThrow(),
          row.ratio(unit),
          bareItself || row.name.startsWith("npm")
              ? ""
              : "1/%.1f".formatted(row(("npm " + what + peer)).ratio(row)));
    }
  }

  private Row row(String name) {
    Row row = rows.get(name);
    if (row == null) {
      throw new IllegalStateException("no row " + name);
    }
    return row;
  }

  /** Of each alone the nanoseconds of its thread. */
  private static long[] timed(Task task) throws Exception {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] nanos = new long[TIMED];
    for (int i = 0; i < TIMED; i++) {
      long before = threads.getCurrentThreadCpuTime();
      task.take(i % DOCUMENTS);
      nanos[i] = threads.getCurrentThreadCpuTime() - before;
    }
    return nanos;
  }

  private void issue(String name, DocumentSigner signer) {
    add(
        "issue " + name,
        n ->
            require(
                signer.sign(unsigned.get(n), Samples.KEY, Samples.METHOD, Samples.ISSUED).length
                    > 0));
  }

  private void verify(String name, Verification verification, List<byte[]> posted) {
    add(
        "verify " + name,
        n ->
            require(
                verification.verify(posted.get(n), Samples.NOW).conclusion() == Conclusion.VALID));
  }

  private void add(String name, Task task) {
    rows.put(
        name,
        new Row(
            name,
            times -> {
              long before = PROCESS.getProcessCpuTime();
              for (int i = 0; i < times; i++) {
                task.take(i % DOCUMENTS);
              }
              return (PROCESS.getProcessCpuTime() - before) / 1_000;
            },
            new ArrayList<>()));
  }

  private static Row peer(Peer peer, String name, String what) {
    return new Row(name, times -> peer.take(what, times), new ArrayList<>());
  }

  private static void require(boolean right) {
    if (!right) {
      throw new IllegalStateException("what is measured is not right");
    }
  }

  private List<byte[]> signed(DocumentSigner signer) throws Exception {
    List<byte[]> signed = new ArrayList<>();
    for (JsonObject document : unsigned) {
      signed.add(signer.sign(document, Samples.KEY, Samples.METHOD, Samples.ISSUED));
    }
    return signed;
  }

  private static String token(JsonObject document) {
    return CredentialJwt.sign(
        CredentialJwt.Form.VC, document, Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  private static String selective(SdJwtIssuer issuer, JsonObject document) {
    return issuer
        .issue(
            document,
            HolderChoice.standard(),
            Optional.empty(),
            Samples.KEY,
            Samples.METHOD,
            Samples.ISSUED)
        .text();
  }

  /** Credentials of one definition, as different as those of one course are. */
  private static List<JsonObject> documents() {
    Random random = new Random(20261122);
    List<String> names = List.of("Åsa", "Øyvind", "Zoë 🌻", "O'Brien \"Pat\"", "李", "Ann-Marie");
    List<JsonObject> documents = new ArrayList<>();
    for (int i = 0; i < DOCUMENTS; i++) {
      documents.add(
          OpenBadgeComposer.compose(
              new CredentialContent(
                  new CredentialId(new UUID(random.nextLong(), random.nextLong())),
                  new Issuer(Samples.SCHOOL, Samples.SCHOOL_NAME),
                  Samples.hygiene(),
                  new Holder(names.get(i % names.size()), "Öberg " + i),
                  Samples.AWARDED.plusSeconds(i),
                  Samples.ISSUED,
                  null,
                  new AssessmentResult(i % 2 == 0 ? "G" : "VG", "U/G/VG"),
                  List.of(new StatusEntry(StatusPurpose.REVOCATION, Samples.LIST, i * 97)),
                  null,
                  "Observation nr " + i,
                  null)));
    }
    return documents;
  }

  private void hand(
      Path folder, List<byte[]> rdfc, List<byte[]> jcs, List<byte[]> jwt, List<byte[]> sdJwt)
      throws Exception {
    JsonArrayBuilder documents = JsonTree.array();
    unsigned.forEach(documents::add);
    Files.writeString(folder.resolve("documents.json"), documents.build().toString());
    Files.write(folder.resolve("context.json"), PinnedContexts.mikromeritBytes());
    Files.write(
        folder.resolve("did.json"),
        DidDocument.compose(Samples.SCHOOL, List.of(DidDocument.Key.of(Samples.KEY.publicKey()))));
    Files.writeString(folder.resolve("rdfc.json"), texts(rdfc));
    Files.writeString(folder.resolve("jcs.json"), texts(jcs));
    Files.writeString(folder.resolve("jwt.json"), texts(jwt));
    Files.writeString(folder.resolve("sd-jwt.json"), texts(sdJwt));
  }

  private static String texts(Collection<byte[]> documents) {
    return JsonTree.strings(
            documents.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList())
        .toString();
  }

  /** A difference would be worth more than any figure. */
  private static final class Alarm implements TemplateWatch {

    @Override
    public void differed(String outline) {
      throw new IllegalStateException("a template differs: " + outline);
    }

    @Override
    public void failed(RuntimeException reason) {
      throw reason;
    }
  }
}
