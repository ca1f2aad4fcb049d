package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The texts that a workbook's cells refer to by number (ECMA-376, part 1, 18.4). Any of them can be
 * asked for at any time, so all are in memory, as little of it as they take.
 */
final class SharedTexts {
  private static final int LONGEST = 32_767;
  private static final int MOST = 2_000_000;
  private static final int MOST_BYTES = 32_000_000;
  private static final int FIRST_BYTES = 65_536;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int[] ends = new int[FIRST_BYTES / Integer.BYTES];
  private int count;

  private SharedTexts() {}

  static SharedTexts none() {
    return new SharedTexts();
  }

  static SharedTexts of(WorkbookParts parts, String part) throws IOException, UnreadableFile {
    var texts = new SharedTexts();
    try (BoundedXml xml = BoundedXml.open(parts.open(part))) {
      while (xml.next()) {
        if (xml.starts("si")) {
          texts.add(BoundedXml.unescaped(xml.richText("si", LONGEST)));
        }
      }
    }
    return texts;
  }

  private void add(String text) throws UnreadableFile {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int begin = end(count);
    if (count == MOST || begin + added.length > MOST_BYTES) {
      throw WorkbookParts.tooLarge();
    }
    if (begin + added.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, begin + added.length));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * count);
    }
    System.arraycopy(added, 0, bytes, begin, added.length);
    ends[count] = begin + added.length;
    count++;
  }

  String get(int index) throws UnreadableFile {
    if (index >= count) {
      throw WorkbookParts.damaged();
    }
    int begin = end(index);
    return new String(bytes, begin, ends[index] - begin, StandardCharsets.UTF_8);
  }

  /** Where the one before ends. */
  private int end(int index) {
    return index == 0 ? 0 : ends[index - 1];
  }
}
