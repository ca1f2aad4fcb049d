package org.mikromerit.issuer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook made part by part, so that each part can be made wrong. */
public final class WorkbookFile {
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();

  public WorkbookFile() {
    part("[Content_Types].xml", "<Types/>");
    part("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    part("xl/workbook.xml", book("", "<sheet name='A' sheetId='1' r:id='r1'/>"));
    part(
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet", "worksheets/sheet1.xml",
            "sharedStrings", "/xl/sharedStrings.xml",
            "styles", "styles.xml"));
    part("xl/sharedStrings.xml", "<sst/>");
    part("xl/styles.xml", "<styleSheet/>");
    rows("");
  }

  public static String relations(String... typesAndTargets) {
    var all = new StringBuilder("<Relationships>");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      all.append(
          "<Relationship Id='r%d' Type='%s/%s' Target='%s'/>"
              .formatted(i / 2 + 1, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return all.append("</Relationships>").toString();
  }

  public static String book(String properties, String sheets) {
    return "<workbook xmlns:r='%s'><workbookPr %s/><sheets>%s</sheets></workbook>"
        .formatted(RELATIONS, properties, sheets);
  }

  /** A sheet of texts. */
  public static WorkbookFile of(List<List<String>> rows) {
    var all = new StringBuilder();
    for (List<String> row : rows) {
      all.append("<row>");
      row.forEach(cell -> all.append(text(cell)));
      all.append("</row>");
    }
    return new WorkbookFile().rows(all.toString());
  }

  public static String text(String cell) {
    String escaped = cell.replace("&", "&amp;").replace("<", "&lt;");
    return cell.isEmpty() ? "<c/>" : "<c t='inlineStr'><is><t>" + escaped + "</t></is></c>";
  }

  public WorkbookFile rows(String rows) {
    return part(
        "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  }

  public WorkbookFile part(String name, String content) {
    parts.put(name, content);
    return this;
  }

  public WorkbookFile without(String name) {
    parts.remove(name);
    return this;
  }

  public byte[] bytes() {
    var file = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(file)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toByteArray();
  }
}
