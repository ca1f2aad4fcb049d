package org.mikromerit.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.issuer.batch.file.XlsxSheet;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "issuer"))
@QuarkusTestResource(IdentityResource.class)
@Tag("PRV-6")
class WorkbookBatchTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final List<String> HEADINGS =
      List.of(
          "given_name",
          "family_name",
          "identifier_type",
          "identifier",
          "awarded_at",
          "external_reference",
          "evidence_statement");

  @Inject Jdbi jdbi;

  @Test
  void goodRowsOfAWorkbookAreIssuedAndBadOnesReported() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(20);
    rows.set(6, row("Åsa", "", "asa.7@example.org", "2026-05-20", "VT26-7"));
    rows.set(13, row("Åsa", "Öberg", "no address", "2026-05-20", "VT26-14"));

    JsonNode done = batches.finished(send(batches, workbook(rows)));

    assertThat(done.at("/issued").asInt()).isEqualTo(18);
    assertThat(batches.rows(done, "REFUSED"))
        .extracting(row -> row.at("/row").asInt() + " " + row.at("/problems/0/field").asText())
        .containsExactly("8 family_name", "15 identifier");
  }

  @Test
  void whatCameAsCsvIsNotIssuedAgainFromAWorkbook() {
    var batches = new BatchClient(Institution.authorised());
    var rows = learners(30);
    var _ = batches.finished(batches.send(csv(rows)));

    JsonNode again = batches.finished(send(batches, workbook(rows)));

    assertThat(again.at("/issued").asInt()).isZero();
    assertThat(again.at("/skipped").asInt()).isEqualTo(30);
  }

  @Test
  void aDateIsTheSameDayAsADateAndAsText() {
    var batches = new BatchClient(Institution.authorised());
    // Without a reference of the institution's own, the day is what tells two awards apart.
    var _ =
        batches.finished(
            batches.send(csv(List.of(row("Åsa", "Öberg", "a@x.se", "2026-05-20", "")))));
    byte[] sheet =
        new WorkbookFile()
            .part(
                "xl/styles.xml",
                "<styleSheet><cellXfs><xf/><xf numFmtId='14'/></cellXfs></styleSheet>")
            .rows(
                line(HEADINGS)
                    + line(row("Åsa", "Öberg", "a@x.se", "2026-05-20", ""))
                        .replace(WorkbookFile.text("2026-05-20"), "<c s='1'><v>46162</v></c>")
                    + line(row("Åsa", "Öberg", "a@x.se", "2026-05-21", "")))
            .bytes();

    JsonNode done = batches.finished(send(batches, sheet));

    assertThat(done.at("/skipped").asInt()).isEqualTo(1);
    assertThat(done.at("/issued").asInt()).isEqualTo(1);
  }

  @Test
  void aTimeOfDayWithoutItsOffsetIsAskedFor() {
    var batches = new BatchClient(Institution.authorised());
    byte[] sheet = workbook(List.of(row("Åsa", "Öberg", "a@x.se", "2026-05-20T12:00", "")));

    JsonNode done = batches.finished(send(batches, sheet));

    assertThat(batches.rows(done, "REFUSED").getFirst().at("/problems/0/field").asText())
        .isEqualTo("awarded_at");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<c t='e'><v>#REF!</v></c>", "<c t='s'><v>9</v></c>", "<c"})
  void aWorkbookThatBreaksOffInTheMiddleLeavesNothing(String broken) {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());
    var rows = new StringBuilder(line(HEADINGS));
    learners(1_200).forEach(row -> rows.append(line(row)));

    Reply reply =
        send(batches, new WorkbookFile().rows(rows + "<row>" + broken + "</row>").bytes());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/type").asText()).endsWith("/batch-unreadable");
    assertThat(left(batches)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "'',batch-empty",
    "given_name,batch-columns",
    "'given_name,family_name,identifier_type,identifier,awarded_at',batch-empty",
    "'Åsa,Öberg,email,asa@example.org,2026-05-20',batch-columns"
  })
  void aWorkbookWithoutTheHeadingsOrRowsIsRefused(String first, String problem) {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());

    Reply reply = send(batches, WorkbookFile.of(List.of(List.of(first.split(",")))).bytes());

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.json().at("/type").asText()).endsWith("/" + problem);
    assertThat(reply.body()).doesNotContain("Åsa", "asa@");
    assertThat(left(batches)).isZero();
  }

  @Test
  void aFileThatIsNotWhatItIsSaidToBeIsRefused() {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());

    Reply csvAsWorkbook = send(batches, csv(learners(1)));
    Reply workbookAsCsv = batches.send(workbook(learners(1)));
    Reply empty = send(batches, new byte[0]);

    assertThat(csvAsWorkbook.json().at("/type").asText()).endsWith("/batch-unreadable");
    assertThat(workbookAsCsv.json().at("/type").asText()).endsWith("/batch-unreadable");
    assertThat(empty.json().at("/type").asText()).endsWith("/batch-empty");
    assertThat(left(batches)).isZero();
  }

  @Test
  void whileAnotherWorkbookIsReadTheNextIsAskedToComeAgain() throws Exception {
    var batches = new BatchClient(Institution.authorised());
    byte[] file = workbook(learners(1));

    Reply busy;
    try (var _ = XlsxSheet.open(new ByteArrayInputStream(file))) {
      busy = send(batches, file);
    }
    int kept = left(batches);

    assertThat(busy.status()).isEqualTo(503);
    assertThat(busy.json().at("/type").asText()).endsWith("/workbooks-busy");
    assertThat(busy.header("Retry-After")).isEqualTo("10");
    assertThat(kept).isZero();
    assertThat(batches.finished(send(batches, file)).at("/issued").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-excel",
        "application/vnd.oasis.opendocument.spreadsheet",
        "application/zip",
        "application/json",
        "application/octet-stream"
      })
  void aFileOfAKindThatIsNotReadIsRefusedAsThat(String type) {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());

    Reply reply = batches.send(type, workbook(learners(1)), "", UUID.randomUUID().toString());

    assertThat(reply.status()).isEqualTo(415);
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "text/*", "text/csv;charset=utf-16", "nonsense"})
  void aFileOfWhichNobodyCanTellTheKindIsNeverOurFault(String type) {
    var batches = new BatchClient(Institution.unknown(), UUID.randomUUID());

    Reply reply = batches.send(type, workbook(learners(1)), "", UUID.randomUUID().toString());

    assertThat(reply.status()).isBetween(400, 422);
    assertThat(left(batches)).isZero();
  }

  @Test
  void aRehearsalOfAWorkbookIssuesNothing() {
    var batches = new BatchClient(Institution.authorised());

    Reply sent =
        batches.send(XLSX, workbook(learners(3)), "?dryRun=true", UUID.randomUUID().toString());

    assertThat(batches.finished(sent).at("/issuable").asInt()).isEqualTo(3);
    assertThat(batches.institution.get("/credentials").json().at("/items")).isEmpty();
  }

  private static Reply send(BatchClient batches, byte[] workbook) {
    return batches.send(XLSX, workbook, "", UUID.randomUUID().toString());
  }

  private static List<List<String>> learners(int count) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, count)
            .mapToObj(
                i ->
                    row(
                        "Åsa",
                        "No " + i,
                        "learner." + i + "@example.org",
                        "2026-05-20",
                        "VT26-" + i))
            .toList());
  }

  private static List<String> row(
      String given, String family, String email, String awardedAt, String reference) {
    return List.of(given, family, "email", email, awardedAt, reference, "Observed on ward 7");
  }

  private static byte[] workbook(List<List<String>> rows) {
    var all = new ArrayList<List<String>>();
    all.add(HEADINGS);
    all.addAll(rows);
    return WorkbookFile.of(all).bytes();
  }

  private static String line(List<String> cells) {
    return "<row>" + String.join("", cells.stream().map(WorkbookFile::text).toList()) + "</row>";
  }

  private static byte[] csv(List<List<String>> rows) {
    var all = new StringBuilder(String.join(",", HEADINGS));
    rows.forEach(row -> all.append('\n').append(String.join(",", row)));
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private int left(BatchClient batches) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select count(*) from batch where organisation = :id")
                .bind("id", batches.institution.id)
                .mapTo(Integer.class)
                .one());
  }
}
