package org.mikromerit.registry.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;

/**
 * What is in an exported portfolio, for programs.
 *
 * @param registry the did of the registry that exported it
 */
record Manifest(
    String format,
    String registry,
    Instant exportedAt,
    List<CredentialFile> credentials,
    List<OtherFile> files) {

  static final String FORMAT = "mikromerit-portfolio/1";

  /**
   * One document.
   *
   * @param sha256 of the file, in hexadecimal
   * @param status how it stood then; the bundle says it with a signature
   * @param sdJwt the same credential, to be shown in parts; null where its issuer signed it whole
   */
  record CredentialFile(
      UUID id,
      String file,
      String sha256,
      String title,
      IssuerOf issuer,
      Instant awardedAt,
      Standing status,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OtherFile sdJwt) {}

  record IssuerOf(String did, @Nullable String name) {}

  record OtherFile(String file, String sha256) {}

  static Manifest of(
      String registry, Instant at, List<ExportedLine> lines, Map<String, byte[]> files) {
    return new Manifest(
        FORMAT,
        registry,
        at,
        lines.stream().map(Manifest::credential).toList(),
        files.entrySet().stream()
            .map(file -> new OtherFile(file.getKey(), Sha256.hex(file.getValue())))
            .toList());
  }

  private static CredentialFile credential(ExportedLine line) {
    PortfolioEntry entry = line.held().entry();
    return new CredentialFile(
        entry.credential(),
        ArchiveNames.credential(entry.credential()),
        entry.digest(),
        entry.title(),
        new IssuerOf(entry.issuer(), line.held().issuerName().orElse(null)),
        entry.awardedAt(),
        line.held().standing(),
        line.sdJwtDigest()
            .map(digest -> new OtherFile(ArchiveNames.sdJwt(entry.credential()), digest))
            .orElse(null));
  }
}
