package org.mikromerit.verification.verdict;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A portfolio as a learner exported it, read within bounds and in memory alone: nothing of it is
 * ever written to a disk, and no name of it names a file of ours.
 *
 * @param credentials the documents by their file's name, in the archive's order
 * @param bundles what registries said of their issuers, each as it was signed
 */
public record ExportedPortfolio(Map<String, byte[]> credentials, List<String> bundles) {
  // As many as a portfolio can be imported with: each credential may be there in parts, too.
  private static final int MOST_ENTRIES = 2_100;
  private static final int MOST_CREDENTIALS = 1_000;
  private static final int MOST_BUNDLES = 20;
  private static final int LONGEST_NAME = 200;
  private static final long MOST_UNPACKED = 32L * 1024 * 1024;
  private static final int LONGEST_CREDENTIAL = 256 * 1024;
  private static final int LONGEST_BUNDLE = 4 * 1024 * 1024;
  private static final Pattern BUNDLE =
      Pattern.compile("verification-bundle(-[0-9]{1,3})?\\.jws|brought/bundle-[0-9]{1,3}\\.jws");

  /** What came of reading. */
  public sealed interface Reading {}

  public record Read(ExportedPortfolio portfolio) implements Reading {}

  /** It is none, or one beyond our bounds. */
  public record Refused(Reason reason) implements Reading {}

  /** Why it is not looked at. */
  public enum Reason {
    NOT_A_ZIP,
    TOO_MANY_FILES,
    TOO_LARGE,
    NAME_UNSAFE,
    NAME_REPEATED
  }

  public static Reading read(InputStream archive) throws IOException {
    try (var zip = new ZipInputStream(archive, StandardCharsets.UTF_8)) {
      return new Read(new Reader(zip).all());
    } catch (Beyond beyond) {
      return new Refused(beyond.reason);
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      // Names that are not UTF-8 are told as illegal arguments.
      return new Refused(Reason.NOT_A_ZIP);
    }
  }

  /** Reads one archive, and counts. */
  private static final class Reader {
    private final ZipInputStream zip;
    private final Map<String, byte[]> credentials = new LinkedHashMap<>();
    private final Map<String, String> bundles = new LinkedHashMap<>();
    private int entries;
    private long unpacked;

    Reader(ZipInputStream zip) {
      this.zip = zip;
    }

    ExportedPortfolio all() throws IOException, Beyond {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries++;
        require(entries <= MOST_ENTRIES, Reason.TOO_MANY_FILES);
        take(entry.getName());
      }
      require(entries > 0, Reason.NOT_A_ZIP);
      return new ExportedPortfolio(credentials, List.copyOf(bundles.values()));
    }

    private void take(String name) throws IOException, Beyond {
      require(isSafe(name), Reason.NAME_UNSAFE);
      if (name.startsWith("credentials/") && name.endsWith(".json")) {
        require(credentials.size() < MOST_CREDENTIALS, Reason.TOO_MANY_FILES);
        require(credentials.put(name, unpacked(LONGEST_CREDENTIAL)) == null, Reason.NAME_REPEATED);
      } else if (BUNDLE.matcher(name).matches()) {
        require(bundles.size() < MOST_BUNDLES, Reason.TOO_MANY_FILES);
        String bundle = new String(unpacked(LONGEST_BUNDLE), StandardCharsets.US_ASCII);
        require(bundles.put(name, bundle) == null, Reason.NAME_REPEATED);
      } else {
        unpacked(MOST_UNPACKED);
      }
    }

    private static boolean isSafe(String name) {
      return name.length() <= LONGEST_NAME
          && !name.startsWith("/")
          && !name.contains("..")
          && name.chars().noneMatch(c -> c == '\\' || c == ':' || Character.isISOControl(c));
    }

    /** The entry's bytes; of what is nobody's credential only their number matters. */
    private byte[] unpacked(long most) throws IOException, Beyond {
      var kept = new ByteArrayOutputStream();
      boolean keep = most < MOST_UNPACKED;
      var buffer = new byte[8192];
      long size = 0;
      for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
        size += read;
        unpacked += read;
        require(size <= most && unpacked <= MOST_UNPACKED, Reason.TOO_LARGE);
        if (keep) {
          kept.write(buffer, 0, read);
        }
      }
      return kept.toByteArray();
    }

    private static void require(boolean within, Reason otherwise) throws Beyond {
      if (!within) {
        throw new Beyond(otherwise);
      }
    }
  }

  /** Says which bound was passed, from wherever that is found out. */
  private static final class Beyond extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    Beyond(Reason reason) {
      super(reason.name(), null, false, false);
      this.reason = reason;
    }
  }
}
