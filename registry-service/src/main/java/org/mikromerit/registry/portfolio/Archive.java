package org.mikromerit.registry.portfolio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.registry.portfolio.ImportReport.FileReport;
import org.mikromerit.registry.portfolio.ImportReport.FileState;

/**
 * An archive that somebody sent, unpacked in memory within bounds. Nothing is ever written under a
 * name that it gives, and only files of the names that we give ourselves are looked at.
 */
record Archive(
    Optional<byte[]> manifest,
    Map<String, byte[]> credentials,
    Map<String, byte[]> sdJwts,
    Map<String, byte[]> bundles,
    Map<String, FileReport> refused) {
  private static final int LARGEST_BUNDLE = 900_000;
  private static final int LARGEST_MANIFEST = 4 * 1024 * 1024;
  private static final int LONGEST_NAME = 200;

  /** It is no archive, or one beyond the bounds. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String reason) {
      super(reason, null, false, false);
    }
  }

  static Archive read(InputStream in, ImportLimits limits) throws IOException, Unreadable {
    var reader = new Reader(limits);
    try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
        reader.take(file.getName(), zip);
      }
    } catch (ZipException | EOFException | IllegalArgumentException _) {
      throw new Unreadable("This is no ZIP archive, or it is damaged.");
    }
    if (reader.files == 0) {
      throw new Unreadable("This is no ZIP archive, or there is nothing in it.");
    }
    return new Archive(
        Optional.ofNullable(reader.manifest),
        reader.credentials,
        reader.sdJwts,
        reader.bundles,
        reader.refused);
  }

  private static final class Reader {
    private final ImportLimits limits;
    private final Map<String, byte[]> credentials = new LinkedHashMap<>();
    private final Map<String, byte[]> sdJwts = new LinkedHashMap<>();
    private final Map<String, byte[]> bundles = new LinkedHashMap<>();
    private final Map<String, FileReport> refused = new LinkedHashMap<>();
    private byte @Nullable [] manifest;
    private int files;
    private long unpacked;

    Reader(ImportLimits limits) {
      this.limits = limits;
    }

    void take(String name, InputStream content) throws IOException, Unreadable {
      files++;
      if (files > limits.files() + 10) {
        throw new Unreadable("An archive has at most " + limits.files() + " files.");
      }
      if (name.equals(ArchiveNames.MANIFEST) && manifest == null) {
        manifest =
            bytes(content, LARGEST_MANIFEST)
                .orElseThrow(() -> new Unreadable("Its manifest.json is too large."));
      } else if (ArchiveNames.credential(name).isPresent() && !credentials.containsKey(name)) {
        keep(name, bytes(content, limits.credentialBytes()), credentials);
      } else if (ArchiveNames.sdJwt(name).isPresent() && !sdJwts.containsKey(name)) {
        keep(name, bytes(content, SdJwt.LONGEST), sdJwts);
      } else if (ArchiveNames.isBundle(name) && !bundles.containsKey(name)) {
        keep(name, bytes(content, LARGEST_BUNDLE), bundles);
      } else {
        bytes(content, 0);
        if (!ArchiveNames.isForPeople(name)) {
          refuse(name, FileState.UNKNOWN_NAME);
        }
      }
    }

    private void keep(String name, Optional<byte[]> content, Map<String, byte[]> kept) {
      content.ifPresentOrElse(
          bytes -> kept.put(name, bytes), () -> refuse(name, FileState.TOO_LARGE));
    }

    private void refuse(String name, FileState state) {
      String shown = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
      refused.putIfAbsent(shown, new FileReport(shown, state, null));
    }

    /** The content, if it is no longer than that; all of it is read, and counted, anyway. */
    private Optional<byte[]> bytes(InputStream content, int most) throws IOException, Unreadable {
      byte[] read = content.readNBytes(most + 1);
      long length = read.length + rest(content);
      count(length);
      return length <= most ? Optional.of(read) : Optional.empty();
    }

    private long rest(InputStream content) throws IOException, Unreadable {
      byte[] buffer = new byte[16_384];
      long rest = 0;
      for (int some = content.read(buffer); some >= 0; some = content.read(buffer)) {
        rest += some;
        if (unpacked + rest > limits.unpackedBytes()) {
          throw tooMuch();
        }
      }
      return rest;
    }

    private void count(long length) throws Unreadable {
      unpacked += length;
      if (unpacked > limits.unpackedBytes()) {
        throw tooMuch();
      }
    }

    private Unreadable tooMuch() {
      return new Unreadable("It unpacks to more than " + limits.unpackedBytes() + " bytes.");
    }
  }
}
