package org.mikromerit.registry.portfolio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The portfolio on paper, for people: the same content always gives the same file. */
final class PortfolioPdf {
  /** Comes with the library; it has every letter of Europe's languages. */
  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private static final float MARGIN = 56;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;

  private final PDDocument document;
  private final PDFont font;
  private PDPageContentStream page;
  private float y;

  private PortfolioPdf(PDDocument document, PDFont font) throws IOException {
    this.document = document;
    this.font = font;
    this.page = newPage();
  }

  static byte[] of(Instant at, List<ExportedLine> lines) {
    try (var document = new PDDocument();
        InputStream letters = PDDocument.class.getResourceAsStream(FONT)) {
      if (letters == null) {
        throw new IllegalStateException("The font is not in the library");
      }
      document.setDocumentId(at.toEpochMilli());
      document.getDocumentInformation().setTitle("Mikromerit portfolio");
      document.getDocumentInformation().setCreationDate(calendar(at));
      document.getDocumentCatalog().setLanguage("sv");
      new PortfolioPdf(document, PDType0Font.load(document, letters, true)).write(at, lines);
      var bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new IllegalStateException("A document in memory cannot fail", e);
    }
  }

  private static Calendar calendar(Instant at) {
    var calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    calendar.setTimeInMillis(at.toEpochMilli());
    return calendar;
  }

  private void write(Instant at, List<ExportedLine> lines) throws IOException {
    paragraph(20, "Mina meriter – My credentials");
    paragraph(
        9,
        "Uttaget %s. Det här bladet bevisar ingenting: det gör filerna i mappen credentials."
            .formatted(day(at)));
    paragraph(
        9,
        "Exported %s. This sheet proves nothing: the files in the folder credentials do."
            .formatted(day(at)));
    for (ExportedLine line : lines) {
      PortfolioEntry entry = line.held().entry();
      gap(14);
      paragraph(13, entry.title());
      paragraph(9, "Utfärdare – Issuer: " + line.held().issuerName().orElse(entry.issuer()));
      paragraph(9, "Tilldelad – Awarded: " + day(entry.awardedAt()));
      if (line.holderName().isPresent()) {
        paragraph(9, "Innehavare – Holder: " + line.holderName().get());
      }
      paragraph(9, "Status: " + words(line.held().standing()));
      if (line.held().appealTo().isPresent()) {
        paragraph(9, "Invändningar – Objections: " + line.held().appealTo().get());
      }
      paragraph(9, "urn:uuid:" + entry.credential());
    }
    page.close();
  }

  private static String words(Standing standing) {
    return switch (standing.state()) {
      case STANDING -> "gäller – standing";
      case SUSPENDED -> "vilande – suspended (" + standing.reason() + ")";
      case REVOKED -> "återkallad – revoked (" + standing.reason() + ")";
      case UNDECIDED -> "okänd – unknown";
    };
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private void paragraph(float size, String text) throws IOException {
    for (String line : wrapped(printable(text), size)) {
      gap(size * 1.4f);
      page.beginText();
      page.setFont(font, size);
      page.newLineAtOffset(MARGIN, y);
      page.showText(line);
      page.endText();
    }
  }

  private void gap(float height) throws IOException {
    y -= height;
    if (y < MARGIN) {
      page.close();
      page = newPage();
      y -= height;
    }
  }

  private PDPageContentStream newPage() throws IOException {
    var sheet = new PDPage(PDRectangle.A4);
    document.addPage(sheet);
    y = PDRectangle.A4.getHeight() - MARGIN;
    return new PDPageContentStream(document, sheet);
  }

  private List<String> wrapped(String text, float size) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && width(line + " " + word, size) > WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
      while (width(line.toString(), size) > WIDTH) {
        int fits = fitting(line, size);
        lines.add(line.substring(0, fits));
        line.delete(0, fits);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  /** How much of a word that is longer than a line goes on one. */
  private int fitting(CharSequence word, float size) throws IOException {
    int fits = 1;
    while (fits < word.length() && width(word.subSequence(0, fits + 1).toString(), size) <= WIDTH) {
      fits++;
    }
    return fits;
  }

  private float width(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /** What the font has no letter for is shown as a question mark. */
  private String printable(String text) {
    var printable = new StringBuilder();
    text.codePoints()
        .map(point -> Character.isWhitespace(point) ? ' ' : point)
        .forEach(point -> printable.append(has(point) ? Character.toString(point) : "?"));
    return printable.toString();
  }

  private boolean has(int point) {
    try {
      font.encode(Character.toString(point));
      return true;
    } catch (IOException | IllegalArgumentException _) {
      return false;
    }
  }
}
