package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Outcome;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.kit.tenant.Roles;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.identity.Tokens;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
class BatchTest {
  private static final String HEADINGS =
      "given_name,family_name,identifier_type,identifier,awarded_at,external_reference,evidence_statement";

  @Inject Jdbi jdbi;

  @Test
  @Tag("PRV-6")
  void goodRowsAreIssuedAndBadOnesReportedWithRowFieldAndReason() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(1, 200);
    rows.set(16, "Åsa,,email,asa.17@example.org,2026-05-20,VT26-17,Observed");
    rows.set(76, "Åsa,Öberg,email,not an address,2026-05-20,VT26-77,Observed");
    rows.set(199, "Åsa,Öberg,email,asa.200@example.org,20 May 2026,VT26-200,Observed");

    JsonNode done = batches.finished(batches.send(file(rows)));

    assertThat(done.at("/rows").asInt()).isEqualTo(200);
    assertThat(done.at("/issued").asInt()).isEqualTo(197);
    assertThat(done.at("/refused").asInt()).isEqualTo(3);
    assertThat(batches.institution.get("/credentials?limit=200").json().at("/items")).hasSize(197);
    assertThat(refused(batches, done))
        .containsExactly(
            "18 family_name STANDARD-ELEMENT-MISSING",
            "78 identifier invalid-value",
            "201 awarded_at invalid-value");
  }

  @Test
  @Tag("PRV-6")
  @Tag("S3")
  void aCredentialOfABatchVerifiesLikeAnyOther() {
    var institution = Institution.authorised();
    var batches = new BatchClient(institution);
    JsonNode done = batches.finished(batches.send(file(learners(1, 1))));
    String credential = batches.rows(done, "ISSUED").getFirst().at("/credentialId").asText();

    try (var topics = new TopicProbe()) {
      List<FindingCode> findings =
          Employer.of(topics, institution)
              .verify(institution.get("/credentials/" + credential).body());

      assertThat(findings)
          .contains(FindingCode.PROOF_HOLDS, FindingCode.STATUS_STANDING)
          .allMatch(finding -> finding.outcome() == Outcome.PASSED);
    }
  }

  @Test
  @Tag("PRV-6")
  void theSameFileAgainIssuesNothingInWhateverOrder() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(1, 30);
    var _ = batches.finished(batches.send(file(rows)));
    Collections.shuffle(rows, new Random(7));

    JsonNode again = batches.finished(batches.send(file(rows)));

    assertThat(again.at("/issued").asInt()).isZero();
    assertThat(again.at("/skipped").asInt()).isEqualTo(30);
    assertThat(batches.institution.get("/credentials").json().at("/items")).hasSize(30);
  }

  @Test
  @Tag("PRV-6")
  void aMendedFileIssuesWhatWasMended() {
    var batches = new BatchClient(Institution.authorised());
    var mended = learners(1, 20);
    var sent = new ArrayList<>(mended);
    List.of(3, 9, 15).forEach(bad -> sent.set(bad, sent.get(bad).replace("@example.org", "")));
    var _ = batches.finished(batches.send(file(sent)));

    JsonNode done = batches.finished(batches.send(file(mended)));

    assertThat(done.at("/issued").asInt()).isEqualTo(3);
    assertThat(done.at("/skipped").asInt()).isEqualTo(17);
  }

  @Test
  @Tag("PRV-6")
  void whatWasIssuedOneByOneIsNotIssuedAgain() {
    var institution = Institution.authorised();
    var batches = new BatchClient(institution);
    var order = Institution.orderFor(batches.definition, "learner.1@example.org");
    UUID single = institution.issued(order.put("externalReference", "VT26-1"));

    JsonNode done = batches.finished(batches.send(file(learners(1, 2))));

    assertThat(done.at("/issued").asInt()).isEqualTo(1);
    assertThat(batches.rows(done, "SKIPPED").getFirst().at("/credentialId").asText())
        .isEqualTo(single.toString());
  }

  @Test
  @Tag("PRV-6")
  void twoBatchesOfTheSameLearnersAtOnceIssueEachOnce() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(1, 400);
    var reversed = new ArrayList<>(rows).reversed();

    var sent = Stream.of(rows, reversed).parallel().map(some -> batches.send(file(some))).toList();

    var done = sent.stream().map(batches::finished).toList();
    assertThat(done.stream().mapToInt(one -> one.at("/issued").asInt()).sum()).isEqualTo(400);
    assertThat(done.stream().mapToInt(one -> one.at("/skipped").asInt()).sum()).isEqualTo(400);
    assertThat(issuedBy(batches.institution)).isEqualTo(400);
  }

  @Test
  @Tag("PRV-6")
  void aRowThatStandsInAFileTwiceIsIssuedOnce() {
    var batches = new BatchClient(Institution.authorised());
    var rows = Stream.of(learners(1, 3), learners(2, 2)).flatMap(List::stream).toList();

    JsonNode rehearsed = batches.finished(batches.send(file(rows), "?dryRun=true"));
    JsonNode done = batches.finished(batches.send(file(rows)));

    assertThat(done.at("/issued").asInt())
        .isEqualTo(rehearsed.at("/issuable").asInt())
        .isEqualTo(3);
    assertThat(done.at("/skipped").asInt())
        .isEqualTo(rehearsed.at("/skipped").asInt())
        .isEqualTo(2);
  }

  @Test
  @Tag("PRV-6")
  void withoutAReferenceTheDayTellsTwoAwardsOfALearnerApart() {
    var batches = new BatchClient(Institution.authorised());
    var rows =
        List.of(
            "Åsa,Öberg,email,asa@example.org,2026-05-20T08:00:00Z,,Observed",
            "Åsa,Öberg,email,ASA@example.org,2026-05-20T16:00:00Z,,Observed",
            "Åsa,Öberg,email,asa@example.org,2026-05-21,,Observed");

    JsonNode done = batches.finished(batches.send(file(rows)));

    assertThat(done.at("/issued").asInt()).isEqualTo(2);
    assertThat(done.at("/skipped").asInt()).isEqualTo(1);
  }

  @Test
  @Tag("PRV-6")
  void aDryRunReportsTheSameAndIssuesNothing() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(1, 150);
    rows.set(120, "Åsa,Öberg,email,asa@example.org,2126-05-20,VT26-x,");

    JsonNode rehearsed = batches.finished(batches.send(file(rows), "?dryRun=true"));

    assertThat(rehearsed.at("/issuable").asInt()).isEqualTo(149);
    assertThat(rehearsed.at("/issued").asInt()).isZero();
    assertThat(refused(batches, rehearsed))
        .containsExactlyInAnyOrder(
            "122 awarded_at AWARDED-IN-FUTURE", "122 evidence_statement EVIDENCE-MISSING");
    assertThat(issuedBy(batches.institution)).isZero();
  }

  @Test
  @Tag("PRV-6")
  void anUnknownTypeOfIdentifierIsToldOfByItsOwnColumn() {
    var batches = new BatchClient(Institution.authorised());
    var rows =
        List.of(
            "Åsa,Öberg,e-mail,asa@example.org,2026-05-20,VT26-1,Observed",
            "Åsa,Öberg,email,asa,2026-05-20,VT26-2,Observed");

    JsonNode rehearsed = batches.finished(batches.send(file(rows), "?dryRun=true"));

    assertThat(refused(batches, rehearsed))
        .containsExactlyInAnyOrder("2 identifier_type invalid-value", "3 identifier invalid-value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes", "1", "TRUE", ""})
  @Tag("PRV-6")
  void aMisspeltDryRunIssuesNothing(String dryRun) {
    var batches = new BatchClient(Institution.authorised());

    Reply reply = batches.send(file(learners(1, 1)), "?dryRun=" + dryRun);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.json().at("/field").asText()).isEqualTo("dryRun");
  }

  @Test
  @Tag("PRV-6")
  void everythingThatIsWrongWithARowIsToldAtOnce() {
    var batches = new BatchClient(Institution.authorised());

    JsonNode done = batches.finished(batches.send(file(List.of(",,phone,070,soon,,"))));

    assertThat(refused(batches, done))
        .containsExactlyInAnyOrder(
            "2 given_name STANDARD-ELEMENT-MISSING",
            "2 family_name STANDARD-ELEMENT-MISSING",
            "2 identifier_type invalid-value",
            "2 awarded_at invalid-value",
            "2 evidence_statement EVIDENCE-MISSING");
  }

  @Test
  @Tag("PRV-6")
  void reportsRepeatNothingThatStoodInTheFile() {
    var batches = new BatchClient(Institution.authorised());
    var rows = List.of("Kanariefågel,,email,canary,canary,=canary(),canary,canary");

    JsonNode done = batches.finished(batches.send(file(rows)));

    String all =
        batches.get(done, "").body()
            + batches.get(done, "/rows").body()
            + batches.get(done, "/result").body();
    assertThat(all).contains("too-many-cells").doesNotContainIgnoringCase("canary", "Kanarie");
  }

  @Test
  @Tag("PRV-6")
  void whatStoodInTheRowsIsEncryptedWhileTheyWaitAndGoneAfterwards() {
    var batches = new BatchClient(Institution.authorised());
    UUID batch = BatchClient.idOf(batches.send(file(learners(1, 1_000))));
    var _ = batches.post(batch, "/pause");
    List<byte[]> contents = contents(batch);

    JsonNode ended = batches.post(batch, "/cancel").json();

    assertThat(contents)
        .isNotEmpty()
        .allSatisfy(
            content ->
                assertThat(new String(content, StandardCharsets.ISO_8859_1))
                    .doesNotContain("example.org", "Learner"));
    assertThat(ended.at("/state").asText()).isEqualTo("CANCELLED");
    assertThat(contents(batch)).isEmpty();
    assertThat(keys(batch)).isZero();
  }

  @Test
  @Tag("PRV-6")
  void aFinishedBatchKeepsNeitherRowsNorKey() {
    var batches = new BatchClient(Institution.authorised());

    JsonNode done = batches.finished(batches.send(file(learners(1, 3))));

    UUID batch = UUID.fromString(done.at("/id").asText());
    assertThat(contents(batch)).isEmpty();
    assertThat(keys(batch)).isZero();
  }

  @Test
  @Tag("PRV-6")
  void anOperatorSeesHowFarABatchIsUntilItEndsAndNothingThatStandsInIt() {
    var batches = new BatchClient(Institution.authorised());
    UUID batch = BatchClient.idOf(batches.send(file(learners(1, 1_000))));
    var _ = batches.post(batch, "/pause");

    JsonNode held = underWay(batch);

    assertThat(held.at("/state").asText()).isEqualTo("PAUSED");
    assertThat(held.at("/organisation").asText()).isEqualTo(Institution.NAME);
    assertThat(held.at("/rows").asInt()).isEqualTo(1_000);
    assertThat(held.toString()).doesNotContain("example.org", "Learner");
    var _ = batches.post(batch, "/cancel");
    assertThat(underWay(batch).isMissingNode()).isTrue();
  }

  /** The batch as the operator sees it; missing where it is not among what is under way. */
  private static JsonNode underWay(UUID batch) {
    String path = "/operator/batches?limit=100";
    Reply reply = Institution.service().get(path).bearer(Tokens.of(Roles.OPERATOR)).send();
    assertThat(reply.status()).isEqualTo(200);
    return StreamSupport.stream(reply.json().at("/items").spliterator(), false)
        .filter(each -> each.at("/id").asText().equals(batch.toString()))
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  @Test
  @Tag("PRV-6")
  void aHeldBatchStandsStillUntilItIsResumed() {
    var batches = new BatchClient(Institution.authorised());
    UUID batch = BatchClient.idOf(batches.send(file(learners(1, 1_000))));
    JsonNode held = batches.post(batch, "/pause").json();

    // Whoever waited longer has the turn: had it not stood still, it would have come first.
    JsonNode later = batches.finished(batches.send(file(learners(2_001, 300))));
    JsonNode still = batches.get(held, "").json();
    JsonNode resumed = batches.post(batch, "/resume").json();

    assertThat(held.at("/state").asText()).isEqualTo("PAUSED");
    assertThat(later.at("/issued").asInt()).isEqualTo(300);
    assertThat(still).isEqualTo(held);
    assertThat(resumed.at("/state").asText()).isIn("RECEIVED", "RUNNING");
    assertThat(batches.finished(batch).at("/issued").asInt()).isEqualTo(1_000);
  }

  @Test
  @Tag("R2")
  @Tag("PRV-6")
  void aHundredRowsAreOneTransactionWithWhatIsIssuedForThem() {
    var batches = new BatchClient(Institution.authorised());

    JsonNode done = batches.finished(batches.send(file(learners(1, 250))));

    List<Integer> together =
        jdbi.withHandle(
            sql ->
                sql.createQuery(
                        """
                        select count(*) from batch_row r join credential c on c.id = r.credential and c.xmin = r.xmin
                         where r.batch = :batch group by r.xmin order by min(r.number)
                        """)
                    .bind("batch", UUID.fromString(done.at("/id").asText()))
                    .mapTo(Integer.class)
                    .list());
    assertThat(together).containsExactly(100, 100, 50);
  }

  @Test
  @Tag("PRV-6")
  void aCancelledBatchKeepsWhatItIssuedAndEndsForGood() {
    var batches = new BatchClient(Institution.authorised());
    UUID batch = BatchClient.idOf(batches.send(file(learners(1, 600))));

    JsonNode cancelled = batches.post(batch, "/cancel").json();

    assertThat(cancelled.at("/state").asText()).isEqualTo("CANCELLED");
    assertThat(batches.post(batch, "/cancel").status()).isEqualTo(200);
    assertThat(batches.post(batch, "/resume").status()).isEqualTo(409);
    assertThat(issuedBy(batches.institution)).isEqualTo(cancelled.at("/issued").asInt());
    assertThat(batches.get(cancelled, "/rows?state=CANCELLED&limit=1").json().at("/items"))
        .hasSize(1);
  }

  @Test
  @Tag("R2")
  @Tag("PRV-6")
  void theSameRequestTwiceIsOneBatch() {
    var batches = new BatchClient(Institution.authorised());
    byte[] file = file(learners(1, 5));

    Reply first = batches.send(file, "", "once");
    Reply again = batches.send(file, "", "once");
    Reply other = batches.send(file(learners(1, 6)), "", "once");

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(other.status()).isEqualTo(409);
    assertThat(batches.institution.get("/batches").json().at("/items")).hasSize(1);
    assertThat(left(batches.institution)).isEqualTo(1);
  }

  @Test
  @Tag("S4")
  void anotherInstitutionIsToldNothingAboutABatch() {
    var batches = new BatchClient(Institution.authorised());
    UUID batch = BatchClient.idOf(batches.send(file(learners(1, 1))));
    var other = new BatchClient(Institution.unknown(), UUID.randomUUID());

    for (String below : List.of("", "/rows", "/result")) {
      assertThat(other.institution.get("/batches/" + batch + below).status()).isEqualTo(404);
    }
    for (String wish : List.of("/pause", "/resume", "/cancel")) {
      assertThat(other.post(batch, wish).status()).isEqualTo(404);
    }
  }

  @Test
  @Tag("S4")
  void aRowCannotIssueAnothersDefinition() {
    UUID theirs = Institution.authorised().publishedDefinition();
    var batches = new BatchClient(Institution.authorised(), theirs);

    JsonNode done = batches.finished(batches.send(file(learners(1, 2))));

    assertThat(refused(batches, done))
        .containsExactly("2 - issuing-right-missing", "3 - issuing-right-missing");
  }

  @Test
  void rowsOfAnOrganisationThatMayNotIssueAreRefusedWithTheReason() {
    var institution = Institution.authorised();
    var batches = new BatchClient(institution);
    institution.isNow(OrganisationState.SUSPENDED);
    Await.until(
        "it is suspended",
        () -> institution.issue(Institution.order(batches.definition)).status() != 201);

    JsonNode done = batches.finished(batches.send(file(learners(1, 2))));

    assertThat(refused(batches, done)).allMatch(row -> row.endsWith("authorisation-withdrawn"));
    assertThat(done.at("/refused").asInt()).isEqualTo(2);
  }

  @Test
  @Tag("PRV-6")
  void semicolonsAByteOrderMarkQuotesAndBlankLinesAreRead() {
    var batches = new BatchClient(Institution.authorised());
    String text =
        """
        \ufeffEvidence Statement;identifier;identifier_type;FAMILY_NAME;given_name;awarded_at;;
        "Observed; on ""ward"" 7
        twice";elev-1;institution-id;Öberg-Ærø 🌻;Åsa;2026-05-20;;
        ;;;;;;;

        Observed;elev-2;institution-id;Öberg;Åsa;2026-05-20;;
        """
            .replace("\n", "\r\n");

    JsonNode done = batches.finished(batches.send(text.getBytes(StandardCharsets.UTF_8)));

    List<JsonNode> issued = batches.rows(done, "ISSUED");
    assertThat(issued.stream().map(row -> row.at("/row").asInt())).containsExactly(2, 5);
    JsonNode first =
        batches
            .institution
            .get("/credentials/" + issued.getFirst().at("/credentialId").asText())
            .json();
    assertThat(first.at("/credentialSubject/identifier/0/identityHash").asText())
        .isEqualTo("Åsa Öberg-Ærø 🌻");
  }

  @ParameterizedTest
  @CsvSource({
    "'',batch-empty",
    "'given_name,family_name,identifier_type,identifier,awarded_at',batch-empty",
    "'given_name,family_name,identifier_type,identifier\nÅsa,Öberg,email,asa@example.org',batch-columns",
    "'Åsa,Öberg,email,asa@example.org,2026-05-20\nÅsa,Öberg,email,asa@example.org,2026-05-20',batch-columns",
    "'given_name,given_name,family_name,identifier_type,identifier,awarded_at\na',batch-columns",
    "'given_name,family_name,identifier_type,identifier,awarded_at\n\"Åsa\" x,y',batch-unreadable",
    "'given_name,family_name,identifier_type,identifier,awarded_at\n\"Åsa',batch-unreadable"
  })
  @Tag("PRV-6")
  void aFileThatCannotBeReadIsRefusedAsAWhole(String text, String problem) {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());

    Reply reply = batches.send(text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/type").asText()).endsWith("/" + problem);
    assertThat(reply.body()).doesNotContain("Åsa", "asa@");
    assertThat(left(batches.institution)).isZero();
  }

  @Test
  @Tag("PRV-6")
  void aFileThatBreaksOffInTheMiddleLeavesNothing() {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());
    byte[] good = file(learners(1, 1_200));
    byte[] bad = java.util.Arrays.copyOf(good, good.length + 1);
    bad[good.length] = (byte) 0xe5;

    Reply notUtf8 = batches.send(bad);
    Reply endless =
        batches.send((HEADINGS + "\n\"" + "x".repeat(200_000)).getBytes(StandardCharsets.UTF_8));

    assertThat(notUtf8.json().at("/type").asText()).endsWith("/batch-unreadable");
    assertThat(notUtf8.json().at("/detail").asText()).contains("UTF-8");
    assertThat(endless.json().at("/type").asText()).endsWith("/batch-unreadable");
    assertThat(left(batches.institution)).isZero();
  }

  @Test
  void tooManyUnendedBatchesAreRefused() {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());
    jdbi.useHandle(
        sql ->
            sql.execute(
                """
                insert into batch (id, organisation, actor, dry_run, state, wrapped_key, received_at, updated_at, next_try)
                select gen_random_uuid(), ?, 'somebody', true, 'PAUSED', '', now(), now(), now() from generate_series(1, 20)
                """,
                batches.institution.id));

    Reply reply = batches.send(file(learners(1, 1)));

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.json().at("/type").asText()).endsWith("/too-many-batches");
  }

  @Test
  @Tag("PRV-6")
  void theResultIsAFileThatNamesNobody() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(1, 3);
    rows.set(1, ",Öberg,email,x,2026-05-20,=1+1,Observed");

    JsonNode done = batches.finished(batches.send(file(rows)));

    Reply result = batches.get(done, "/result");
    assertThat(result.header("Content-Type")).startsWith("text/csv");
    assertThat(result.header("Content-Disposition")).startsWith("attachment");
    var lines = result.body().lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.getFirst()).isEqualTo("row,state,credential_id,field,problem,detail");
    assertThat(lines.get(1)).matches("2,ISSUED,[0-9a-f-]{36},,,");
    assertThat(lines.get(2)).startsWith("3,REFUSED,,given_name,STANDARD-ELEMENT-MISSING,");
  }

  @Test
  @Tag("PRV-6")
  void theTemplateNamesTheColumnsThatAFileMayHave() {
    Reply template = Institution.service().get("/batch-template.csv").send();

    assertThat(template.status()).isEqualTo(200);
    assertThat(template.body().strip())
        .isEqualTo(
            "\ufeffgiven_name,family_name,identifier_type,identifier,awarded_at,grade,grade_scheme,"
                + "external_reference,evidence_statement,definition,version");
  }

  private static List<String> learners(int first, int count) {
    return new ArrayList<>(
        IntStream.range(first, first + count)
            .mapToObj(
                i ->
                    "Learner,No %d,email,learner.%d@example.org,2026-05-20,VT26-%d,Observed on ward 7"
                        .formatted(i, i, i))
            .toList());
  }

  private static byte[] file(List<String> rows) {
    return (HEADINGS + "\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> refused(BatchClient batches, JsonNode batch) {
    return batches.rows(batch, "REFUSED").stream()
        .flatMap(
            row ->
                StreamSupport.stream(row.at("/problems").spliterator(), false)
                    .map(
                        problem ->
                            row.at("/row").asInt()
                                + " "
                                + problem.path("field").asText("-")
                                + " "
                                + problem.at("/code").asText()))
        .toList();
  }

  private int issuedBy(Institution institution) {
    return count("select count(*) from credential where organisation = :id", institution.id);
  }

  private int left(Institution institution) {
    return count("select count(*) from batch where organisation = :id", institution.id);
  }

  private int keys(UUID batch) {
    return count("select count(*) from batch where id = :id and wrapped_key is not null", batch);
  }

  private int count(String select, UUID id) {
    return jdbi.withHandle(
        sql -> sql.createQuery(select).bind("id", id).mapTo(Integer.class).one());
  }

  private List<byte[]> contents(UUID batch) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    "select content from batch_row where batch = :batch and content is not null")
                .bind("batch", batch)
                .map((row, _) -> row.getBytes("content"))
                .list());
  }
}
