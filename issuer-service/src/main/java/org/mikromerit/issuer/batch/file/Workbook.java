package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/** What the cells of a workbook refer to: texts that several share, and how numbers are shown. */
final class Workbook {
  private static final int MOST_SHEETS = 1_000;
  private static final int LONGEST_NAME = 1_000;
  private static final String NONE_VISIBLE = "The workbook has no sheet that is visible.";

  private final WorkbookParts parts;
  private final String sheet;
  private final SharedTexts texts;
  private final NumberFormats formats;

  private Workbook(WorkbookParts parts, String sheet, SharedTexts texts, NumberFormats formats) {
    this.parts = parts;
    this.sheet = sheet;
    this.texts = texts;
    this.formats = formats;
  }

  /** A part that another refers to. */
  private record Target(String type, String part) {}

  static Workbook of(WorkbookParts parts) throws IOException, UnreadableFile {
    String book =
        only(targets(parts, "/"), "officeDocument").orElseThrow(WorkbookParts::damaged).part();
    Map<String, Target> targets = targets(parts, book);
    Optional<Target> shared = only(targets, "sharedStrings");
    Optional<Target> styles = only(targets, "styles");
    try (BoundedXml xml = BoundedXml.open(parts.open(book))) {
      boolean since1904 = false;
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          since1904 = isTrue(xml.attribute("date1904"));
        } else if (xml.starts("sheet") && isVisible(xml)) {
          Target target = targets.get(String.valueOf(xml.attribute("id", LONGEST_NAME)));
          if (target != null && target.type().equals("worksheet")) {
            return new Workbook(
                parts,
                target.part(),
                shared.isEmpty() ? SharedTexts.none() : SharedTexts.of(parts, shared.get().part()),
                styles.isEmpty()
                    ? NumberFormats.none(since1904)
                    : NumberFormats.of(parts, styles.get().part(), since1904));
          }
        }
      }
    }
    throw new UnreadableFile(Kind.FORM, NONE_VISIBLE);
  }

  private static boolean isTrue(@Nullable String text) {
    return "1".equals(text) || "true".equals(text);
  }

  /** Nobody means to send what they cannot see. */
  private static boolean isVisible(BoundedXml xml) throws UnreadableFile {
    String state = xml.attribute("state");
    return state == null || state.equals("visible");
  }

  /** By their ids; only what is in the file itself. */
  private static Map<String, Target> targets(WorkbookParts parts, String source)
      throws IOException, UnreadableFile {
    int name = source.lastIndexOf('/') + 1;
    String relations = source.substring(0, name) + "_rels/" + source.substring(name) + ".rels";
    if (!parts.has(relations)) {
      throw WorkbookParts.damaged();
    }
    Map<String, Target> targets = new HashMap<>();
    try (BoundedXml xml = BoundedXml.open(parts.open(relations))) {
      while (xml.next()) {
        if (xml.starts("Relationship") && !"External".equals(xml.attribute("TargetMode"))) {
          String type = String.valueOf(xml.attribute("Type"));
          targets.put(
              String.valueOf(xml.attribute("Id", LONGEST_NAME)),
              new Target(
                  type.substring(type.lastIndexOf('/') + 1),
                  resolved(source, String.valueOf(xml.attribute("Target", LONGEST_NAME)))));
          if (targets.size() > MOST_SHEETS) {
            throw WorkbookParts.tooLarge();
          }
        }
      }
    }
    return targets;
  }

  private static String resolved(String source, String target) throws UnreadableFile {
    try {
      String path = URI.create(source).resolve(target).getPath();
      if (path != null) {
        return path;
      }
    } catch (IllegalArgumentException _) {
      // Said below.
    }
    throw WorkbookParts.damaged();
  }

  private static Optional<Target> only(Map<String, Target> targets, String type) {
    return targets.values().stream().filter(target -> target.type().equals(type)).findAny();
  }

  /** At the first of the sheet's rows. */
  BoundedXml openSheet() throws IOException, UnreadableFile {
    BoundedXml xml = BoundedXml.open(parts.open(sheet));
    while (xml.next()) {
      if (xml.starts("sheetData")) {
        return xml;
      }
    }
    xml.close();
    throw WorkbookParts.damaged();
  }

  String sharedText(int index) throws UnreadableFile {
    return texts.get(index);
  }

  /** As it is shown. */
  String number(@Nullable String style, String value) throws UnreadableFile {
    return formats.shown(style == null ? 0 : BoundedXml.number(style), value.strip());
  }
}
