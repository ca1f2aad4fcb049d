package org.mikromerit.issuer.batch.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.issuer.WorkbookFile;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

@Tag("PRV-6")
class XlsxSheetTest {
  private static final String CELLS = "<row>%s</row>";

  @ParameterizedTest
  @ValueSource(strings = {"openpyxl", "xlsxwriter"})
  void whatOtherProgramsWriteIsReadAsTheyMeantIt(String program) throws Exception {
    try (InputStream file = getClass().getResourceAsStream("/batch/" + program + ".xlsx")) {
      List<Sheet.Row> rows = read(Objects.requireNonNull(file).readAllBytes());

      assertThat(rows.stream().filter(row -> !row.isBlank()))
          .extracting(Sheet.Row::number)
          .containsExactly(1, 2, 3, 5);
      assertThat(rows.get(1).cells())
          .containsExactly(
              "Åsa",
              "Öberg-Ærø 🌻",
              "institution-id",
              "1177",
              "2026-05-20",
              "VT26-1",
              "Observed on \"ward\" 7\ntwice");
      assertThat(rows.get(2).cells())
          .endsWith("emile@example.org", "2026-05-21", "VT26-2", "Observed; & <twice>");
      assertThat(rows.getLast().cells()).endsWith("2026-05-22T12:30", "VT26-3");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1177, 1177",
    "-3.50, -3.5",
    "199001011234, 199001011234",
    "1.99001011234E11, 199001011234",
    "0.10000000000000001, 0.1",
    "46162, 46162"
  })
  void aNumberIsWrittenInFull(String kept, String shown) throws Exception {
    assertThat(cell("<c><v>" + kept + "</v></c>")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "14, '', 46162, 2026-05-20",
    "22, '', 46162.5, 2026-05-20T12:00",
    "164, yyyy\\-mm\\-dd, 46162, 2026-05-20",
    "164, '[$-41D]d mmmm yyyy;@', 46162, 2026-05-20",
    "164, yy-mm-dd hh:mm, 46162.999999999, 2026-05-21",
    "164, yyyy-mm-dd, 59, 1900-02-28",
    "164, yyyy-mm-dd, 61, 1900-03-01",
    "164, 0000000000, 42, 0000000042",
    "164, '0\" days\"', 46162, 46162",
    "164, '[Red]0.00', 46162, 46162",
    "0, '', 46162, 46162",
    "21, '', 0.5, 0.5"
  })
  void aNumberIsADateWhereItIsShownAsOne(String id, String code, String kept, String shown)
      throws Exception {
    var workbook = styled(id, code.replace("\"", "&quot;"), "<c s='1'><v>" + kept + "</v></c>");

    assertThat(read(workbook.bytes()).getFirst().cells()).containsExactly(shown);
  }

  @Test
  void aWorkbookMayCountItsDaysFrom1904() throws Exception {
    var workbook =
        styled("14", "", "<c s='1'><v>44700</v></c>")
            .part(
                "xl/workbook.xml",
                WorkbookFile.book("date1904='1'", "<sheet name='A' sheetId='1' r:id='r1'/>"));

    assertThat(read(workbook.bytes()).getFirst().cells()).containsExactly("2026-05-20");
  }

  @Test
  void sharedRichAndEscapedTextsAreTextWithoutHowTheyArePronounced() throws Exception {
    var workbook =
        new WorkbookFile()
            .part(
                "xl/sharedStrings.xml",
                "<sst><si><r><t>Å</t></r><r><t>sa</t></r><rPh><t>osa</t></rPh></si>"
                    + "<si><t>one_x000D_\ntwo _x005F_x</t></si></sst>")
            .rows(
                "<row><c t='s'><v>1</v></c><c t='s'><v>0</v></c><c t='str'><v>&#229;</v></c></row>");

    assertThat(read(workbook.bytes()).getFirst().cells())
        .containsExactly("one\r\ntwo _x", "Åsa", "å");
  }

  @Test
  void rowsAndCellsStandWhereTheySayAndEmptyOnesAreNothing() throws Exception {
    var workbook =
        new WorkbookFile()
            .rows(
                "<row r='3'><c r='B3' t='b'><v>1</v></c><c r='XFD3' s='1'/></row><row/>"
                    + "<row r='1048576'><c r='A1048576' t='b'><v>0</v></c></row>");

    assertThat(read(workbook.bytes()))
        .containsExactly(
            new Sheet.Row(3, List.of("", "TRUE")),
            new Sheet.Row(4, List.of()),
            new Sheet.Row(1_048_576, List.of("FALSE")));
  }

  @Test
  void aHiddenSheetIsNotTheFirst() throws Exception {
    var workbook =
        WorkbookFile.of(List.of(List.of("hidden")))
            .part(
                "xl/_rels/workbook.xml.rels",
                WorkbookFile.relations(
                    "worksheet", "worksheets/sheet1.xml", "worksheet", "worksheets/sheet2.xml"))
            .part(
                "xl/workbook.xml",
                WorkbookFile.book(
                    "",
                    "<sheet name='A' sheetId='1' state='hidden' r:id='r1'/>"
                        + "<sheet name='B' sheetId='2' r:id='r2'/>"))
            .part(
                "xl/worksheets/sheet2.xml",
                "<worksheet><sheetData>"
                    + CELLS.formatted(WorkbookFile.text("shown"))
                    + "</sheetData></worksheet>");

    assertThat(read(workbook.bytes()).getFirst().cells()).containsExactly("shown");
  }

  @Test
  void aWorkbookOfHundredThousandRowsAndAsManyTextsIsReadToItsEnd() throws Exception {
    var rows = new StringBuilder();
    var texts = new StringBuilder("<sst>");
    for (int i = 0; i < 100_000; i++) {
      texts.append("<si><t>Åsa &amp; &#246; 🌻 ").append(i).append("</t></si><si><t/></si>");
      rows.append("<row><c t='s'><v>").append(199_998 - 2 * i).append("</v></c></row>");
    }
    var workbook =
        new WorkbookFile()
            .part("xl/sharedStrings.xml", texts.append("</sst>").toString())
            .rows(rows.toString());

    List<Sheet.Row> read = read(workbook.bytes());

    assertThat(read).hasSize(100_000);
    assertThat(read.getFirst().cells()).containsExactly("Åsa & ö 🌻 99999");
    assertThat(read.getLast().cells()).containsExactly("Åsa & ö 🌻 0");
  }

  @Test
  void moreTextThanIsHeldInMemoryIsRefused() {
    String noise = noise(3_300_000);
    var texts = new StringBuilder("<sst>");
    for (int i = 0; i < noise.length(); i += 3_000) {
      texts.append("<si><t>").append(noise.substring(i, i + 3_000).repeat(10)).append("</t></si>");
    }

    assertRefused(
        new WorkbookFile().part("xl/sharedStrings.xml", texts + "</sst>").bytes(), "larger");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c t='s'><v>0</v></c>",
        "<c t='s'><v>2147483647</v></c>",
        "<c t='s'><v>99999999999</v></c>",
        "<c t='s'><v>-1</v></c>",
        "<c t='x'><v>1</v></c>",
        "<c t='e'><v>#N/A</v></c>",
        "<c><v>1e999999999</v></c>",
        "<c><v>1e999</v></c>",
        "<c><v>one</v></c>",
        "<c><v>NaN</v></c>",
        "<c s='-1'><v>1</v></c>",
        "<c r='B1'/><c r='A1'/>",
        "<c r='B1'/><c r='B1'/>",
        "<c r='ZZZZZZ1'/>",
        "<c r='XFE1'/>",
        "<c r='1'/>",
        "<c r='CW1'><v>1</v></c>",
        "<c t='inlineStr'><is><t>&unknown;</t></is></c>",
        "<c><v>1</v>"
      })
  void aCellThatCannotBeUnderstoodIsRefused(String cell) {
    assertRefused(new WorkbookFile().rows(CELLS.formatted(cell)).bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<row r='2'/><row r='2'/>",
        "<row r='2'/><row r='1'/>",
        "<row r='0'/>",
        "<row r='1048577'/>",
        "<row r='two'/>",
        "<row>"
      })
  void rowsOutOfOrderAreRefused(String rows) {
    assertRefused(new WorkbookFile().rows(rows).bytes());
  }

  @Test
  void aDateThatIsNoneIsRefused() {
    assertRefused(styled("14", "", "<c s='1'><v>-1</v></c>").bytes());
    assertRefused(styled("14", "", "<c s='1'><v>2958466</v></c>").bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_rels/.rels",
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml"
      })
  void aWorkbookWithoutOneOfItsPartsOrWithABrokenOneIsRefused(String part) {
    assertRefused(new WorkbookFile().without(part).bytes());
    assertRefused(new WorkbookFile().part(part, "").bytes());
    assertRefused(new WorkbookFile().part(part, "<a><b></a>").bytes());
    assertRefused(new WorkbookFile().part(part, "\0").bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[<!ENTITY e 'harmless'>]",
        "[<!ENTITY l 'lol'><!ENTITY m '&l;&l;&l;&l;&l;&l;'><!ENTITY e '&m;&m;&m;'>]",
        "[<!ENTITY e SYSTEM 'file:///etc/hostname'>]",
        "[<!ENTITY % p SYSTEM 'http://localhost:1/p.dtd'>%p;<!ENTITY e ''>]",
        "SYSTEM 'http://localhost:1/a.dtd' [<!ENTITY e ''>]"
      })
  void documentTypesAreRefusedWithWhateverTheyName(String type) {
    String row = "<row><c t='inlineStr'><is><t>%s</t></is></c></row>";
    String sheet = "<worksheet><sheetData>" + row + "</sheetData></worksheet>";
    String typed = "<!DOCTYPE a " + type + ">";

    for (String text : List.of("&e;", "a")) {
      assertRefused(
          new WorkbookFile()
              .part("xl/worksheets/sheet1.xml", typed + sheet.formatted(text))
              .bytes());
      assertRefused(
          new WorkbookFile()
              .part("xl/sharedStrings.xml", typed + "<sst><si><t>" + text + "</t></si></sst>")
              .rows("<row><c t='s'><v>0</v></c></row>")
              .bytes());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"External", "Internal"})
  void aSheetElsewhereIsNotFetched(String mode) {
    String relations =
        WorkbookFile.relations("worksheet", "http://localhost:1/sheet1.xml")
            .replace("Target=", "TargetMode='" + mode + "' Target=");

    assertRefused(new WorkbookFile().part("xl/_rels/workbook.xml.rels", relations).bytes());
  }

  @Test
  void aWorkbookWithoutAVisibleSheetIsRefusedWithTheReason() {
    var workbook =
        new WorkbookFile()
            .part(
                "xl/workbook.xml",
                WorkbookFile.book(
                    "", "<sheet name='A' sheetId='1' state='veryHidden' r:id='r1'/>"));

    assertRefused(workbook.bytes(), "no sheet that is visible");
  }

  @Test
  void whatUnpacksToFarMoreThanItIsIsRefused() {
    assertRefused(
        new WorkbookFile().part("xl/media/image1.png", " ".repeat(20_000_000)).bytes(), "larger");
    assertRefused(new WorkbookFile().rows("<row/>".repeat(5_000_000)).bytes(), "larger");
  }

  @Test
  void aWorkbookOfTooManyPartsIsRefused() {
    var workbook = new WorkbookFile();
    for (int i = 0; i < 1_000; i++) {
      workbook.part("xl/media/" + i, "");
    }

    assertRefused(workbook.bytes(), "larger");
  }

  @Test
  void aFileThatIsTooLargeIsNotReadToItsEnd() {
    var given = new AtomicLong();
    var endless =
        new InputStream() {
          @Override
          public int read() {
            var _ = given.incrementAndGet();
            return 'P';
          }

          @Override
          public int read(byte[] buffer, int offset, int length) {
            assertThat(given.addAndGet(length)).isLessThan(11_000_000);
            Arrays.fill(buffer, offset, offset + length, (byte) 'P');
            return length;
          }
        };

    assertRefused(() -> XlsxSheet.open(endless).close(), "larger");
  }

  @Test
  void aPieceWithoutAnEndIsRefusedBeforeItFillsTheMemory() {
    String much = noise(2_000_000);

    assertRefused(new WorkbookFile().rows("<row " + "x='" + much + "'/>").bytes());
    assertRefused(new WorkbookFile().rows("<row><!--" + much + "--></row>").bytes());
    assertRefused(new WorkbookFile().rows("<" + much + "/>").bytes());
    assertRefused(new WorkbookFile().rows(CELLS.formatted(WorkbookFile.text(much))).bytes());
    assertRefused(new WorkbookFile().rows("<row><c><v>" + much + "</v></c></row>").bytes());
    assertRefused(
        new WorkbookFile()
            .part("xl/sharedStrings.xml", "<sst><si><t>" + much + "</t></si></sst>")
            .rows("<row/>")
            .bytes());
  }

  @Test
  void aFormatCodeIsAsLongAsSpreadsheetsWriteItAndReadOnceThrough() throws Exception {
    String cell = "<c s='1'><v>46162</v></c>";

    assertThat(read(styled("164", "[".repeat(255), cell).bytes()).getFirst().cells())
        .containsExactly("46162");
    assertThat(read(styled("164", " ".repeat(251) + "yyyy", cell).bytes()).getFirst().cells())
        .containsExactly("2026-05-20");
    assertRefused(styled("164", "[".repeat(256), cell).bytes(), "larger");
    assertRefused(styled("164", "[".repeat(400_000), cell).bytes(), "larger");
  }

  @Test
  void aReferenceThatWouldBeKeptIsRefusedWhenItIsLong() throws Exception {
    String relations = WorkbookFile.relations("worksheet", "worksheets/sheet1.xml");

    for (String attribute : List.of("Id='", "Target='", "Type='")) {
      String longer = relations.replace(attribute, attribute + "a".repeat(1_000));
      assertRefused(
          new WorkbookFile().part("xl/_rels/workbook.xml.rels", longer).bytes(), "larger");
    }
    assertThat(read(new WorkbookFile().part("xl/_rels/workbook.xml.rels", relations).bytes()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<c%d/>", "<c c%d=''/>", "<c xmlns:p%d='p'/>", "<c xmlns='u%d'/>", "<?c%d?>"})
  void moreNamesThanSpreadsheetsKnowAreRefusedBeforeTheyFillTheMemory(String piece) {
    String cells =
        IntStream.range(0, 1_000).mapToObj(piece::formatted).collect(Collectors.joining());

    assertRefused(new WorkbookFile().rows(CELLS.formatted(cells)).bytes(), "larger");
  }

  @Test
  void aFileForWhichThereIsNoPlaceIsNotReadAtAll() throws Exception {
    var begun = new CountDownLatch(4);
    var held = new CountDownLatch(1);
    var unread = new ByteArrayInputStream(new byte[] {'P'});
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = Collections.nCopies(4, (Callable<Boolean>) () -> isReadSlowly(begun, held));
      var read = slow.stream().map(senders::submit).toList();
      try {
        begun.await();
        assertBusy(unread);
      } finally {
        held.countDown();
      }

      for (var each : read) {
        assertThat(each.get()).isTrue();
      }
    }
    assertThat(unread.available()).isEqualTo(1);
  }

  @Test
  void closedTwiceItStillLetsOneInAtATime() throws Exception {
    var file = new WorkbookFile().bytes();
    var first = XlsxSheet.open(new ByteArrayInputStream(file));
    first.close();
    first.close();

    try (var _ = XlsxSheet.open(new ByteArrayInputStream(file))) {
      assertBusy(new ByteArrayInputStream(file));
    }
  }

  @Test
  void aRowOfTooManyCellsOrLettersIsRefused() {
    String full = WorkbookFile.text(noise(30_000));

    assertRefused(new WorkbookFile().rows(CELLS.formatted("<c/>".repeat(16_385))).bytes());
    assertRefused(new WorkbookFile().rows(CELLS.formatted("<c><v>1</v></c>".repeat(101))).bytes());
    assertRefused(
        new WorkbookFile().rows(CELLS.formatted(full.repeat(4))).bytes(), "Row 1 is longer");
  }

  @Test
  void partsOfOneNameAreRefusedSinceReadersDisagreeOnThem() throws IOException {
    byte[] one =
        WorkbookFile.of(List.of(List.of("a")))
            .part("xl/worksheets/sheet2.xml", "<worksheet><sheetData/></worksheet>")
            .bytes();
    String twice =
        new String(one, StandardCharsets.ISO_8859_1)
            .replace("worksheets/sheet2.xml", "worksheets/SHEET1.xml");

    assertRefused(twice.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    byte[] compound = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a};
    byte[] workbook = new WorkbookFile().bytes();
    var other = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(other)) {
      zip.putNextEntry(new ZipEntry("content.xml"));
    }

    assertRefused("given_name,family_name".getBytes(StandardCharsets.UTF_8));
    assertRefused("PK\3\4".getBytes(StandardCharsets.UTF_8));
    assertRefused(other.toByteArray());
    assertRefused(compound, "password");
    for (int length = 5; length < workbook.length / 2; length += 37) {
      assertRefused(Arrays.copyOf(workbook, length));
    }
  }

  @Test
  void anEmptyFileIsSaidToBeEmpty() {
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOfSatisfying(
            UnreadableFile.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.EMPTY));
  }

  /**
   * What changes one byte may be read as another text; it never breaks, and the next file is read.
   */
  @Test
  void whateverByteIsDamagedTheFileIsReadOrRefused() throws Exception {
    byte[] workbook = WorkbookFile.of(List.of(List.of("given_name", "Åsa"))).bytes();
    for (int i = 0; i < workbook.length; i++) {
      byte[] damaged = workbook.clone();
      damaged[i] ^= 0x55;
      try {
        var _ = read(damaged);
      } catch (UnreadableFile refused) {
        assertThat(refused.detail()).doesNotContain("Åsa");
      }
    }
    assertThat(read(workbook)).hasSize(1);
  }

  /** Of a sender who has begun, and goes on when they are let. */
  private static boolean isReadSlowly(CountDownLatch begun, CountDownLatch held) throws Exception {
    var file =
        new FilterInputStream(new ByteArrayInputStream(new WorkbookFile().bytes())) {
          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            begun.countDown();
            try {
              held.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return super.read(buffer, offset, length);
          }
        };
    try (var sheet = XlsxSheet.open(file)) {
      return sheet.next().isEmpty();
    }
  }

  private static WorkbookFile styled(String id, String code, String cells) {
    return new WorkbookFile()
        .part(
            "xl/styles.xml",
            "<styleSheet><numFmts><numFmt numFmtId='164' formatCode=\"%s\"/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='%s'/></cellXfs></styleSheet>"
                .formatted(code, id))
        .rows(CELLS.formatted(cells));
  }

  /** So that it is not refused for how well it packs. */
  private static String noise(int length) {
    return new java.util.Random(7)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String cell(String cell) throws IOException, UnreadableFile {
    return read(new WorkbookFile().rows(CELLS.formatted(cell)).bytes())
        .getFirst()
        .cells()
        .getFirst();
  }

  private static List<Sheet.Row> read(byte[] file) throws IOException, UnreadableFile {
    var rows = new ArrayList<Sheet.Row>();
    try (var sheet = XlsxSheet.open(new ByteArrayInputStream(file))) {
      for (var row = sheet.next(); row.isPresent(); row = sheet.next()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static void assertBusy(InputStream file) {
    assertThatThrownBy(() -> XlsxSheet.open(file).close())
        .isInstanceOfSatisfying(
            UnreadableFile.class, refused -> assertThat(refused.kind()).isEqualTo(Kind.BUSY));
  }

  private static void assertRefused(byte[] file) {
    assertRefused(file, "");
  }

  private static void assertRefused(byte[] file, String reason) {
    assertRefused(() -> read(file), reason);
  }

  private static void assertRefused(ThrowingCallable reading, String reason) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            UnreadableFile.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(Kind.FORM);
              assertThat(refused.detail()).contains(reason);
            });
  }
}
