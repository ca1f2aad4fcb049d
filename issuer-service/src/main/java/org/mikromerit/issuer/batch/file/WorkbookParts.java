package org.mikromerit.issuer.batch.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.mikromerit.issuer.batch.file.UnreadableFile.Kind;

/**
 * The parts of a workbook, which is a ZIP archive (ECMA-376, part 2). All of it is unpacked once to
 * be measured before any of it is understood, and always by its local headers, so that what was
 * measured is what is read.
 */
final class WorkbookParts {
  private static final int MOST_PACKED = 10_000_000;
  private static final long MOST_UNPACKED = 200_000_000;
  private static final int MOST_RATIO = 100;
  private static final int RATIO_COUNTS_FROM = 1_000_000;
  private static final int MOST_PARTS = 1_000;

  /** Smaller ones are kept, so that not everything before them is unpacked again for each. */
  private static final int SMALL = 65_536;

  private static final int MOST_KEPT = 100;
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** Of Compound File Binary: the workbooks of old, and new ones with a password. */
  private static final byte[] COMPOUND = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  private final byte[] packed;
  private final Map<String, byte[]> small = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private WorkbookParts(byte[] packed) {
    this.packed = packed;
  }

  /** The whole file, as it was sent. */
  static byte[] packed(InputStream in) throws IOException, UnreadableFile {
    byte[] packed = in.readNBytes(MOST_PACKED + 1);
    if (packed.length == 0) {
      throw new UnreadableFile(Kind.EMPTY, "The file is empty.");
    }
    if (packed.length > MOST_PACKED) {
      throw tooLarge();
    }
    return packed;
  }

  static WorkbookParts of(byte[] packed) throws UnreadableFile {
    if (begins(packed, COMPOUND)) {
      throw new UnreadableFile(
          Kind.FORM,
          "The workbook has a password, or is of the form before .xlsx: save it as .xlsx without a"
              + " password, or as CSV.");
    }
    if (!begins(packed, ZIP)) {
      throw damaged();
    }
    var parts = new WorkbookParts(packed);
    parts.measure();
    return parts;
  }

  private static boolean begins(byte[] file, byte[] beginning) {
    return file.length >= beginning.length
        && Arrays.equals(file, 0, beginning.length, beginning, 0, beginning.length);
  }

  private void measure() throws UnreadableFile {
    long most =
        Math.min(MOST_UNPACKED, Math.max(RATIO_COUNTS_FROM, (long) MOST_RATIO * packed.length));
    long all = 0;
    byte[] buffer = new byte[SMALL];
    try (var zip = zip()) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = name(part);
        // Of two parts of one name each reader takes another.
        if (!names.add(name)) {
          throw damaged();
        }
        int first = zip.readNBytes(buffer, 0, SMALL);
        all += first;
        if (first < SMALL && small.size() < MOST_KEPT) {
          small.put(name, Arrays.copyOf(buffer, first));
        }
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          all += read;
          if (all > most) {
            throw tooLarge();
          }
        }
        if (all > most || names.size() > MOST_PARTS) {
          throw tooLarge();
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      throw damaged();
    }
  }

  boolean has(String name) {
    return names.contains(key(name));
  }

  /** To be closed by the caller. */
  InputStream open(String name) throws UnreadableFile {
    byte[] kept = small.get(key(name));
    if (kept != null) {
      return new ByteArrayInputStream(kept);
    }
    ZipInputStream zip = zip();
    try {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (name(part).equals(key(name))) {
          return zip;
        }
      }
    } catch (IOException | IllegalArgumentException _) {
      // Said below.
    }
    throw damaged();
  }

  private ZipInputStream zip() {
    return new ZipInputStream(new ByteArrayInputStream(packed));
  }

  private static String name(ZipEntry part) {
    return key(part.getName());
  }

  /** Names are the same whatever the size of their letters (part 2, 6.2.2.3). */
  private static String key(String name) {
    return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  static UnreadableFile damaged() {
    return new UnreadableFile(
        Kind.FORM, "The file is not a workbook that can be read: save it as .xlsx, or as CSV.");
  }

  static UnreadableFile tooLarge() {
    return new UnreadableFile(
        Kind.FORM, "The workbook is larger than is read here: save it as CSV.");
  }
}
