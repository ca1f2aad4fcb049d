package org.mikromerit.registry.portfolio;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.registry.bundle.ComposeBundle;
import org.mikromerit.registry.bundle.Needed;
import org.mikromerit.registry.bundle.TrustBundles;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.portfolio.Portfolio.Place;
import org.mikromerit.registry.portfolio.ReadPortfolio.Held;
import org.mikromerit.registry.publication.RegistrySigner;

/**
 * A learner takes everything along: the original documents, a list of them for programs and one for
 * people, and what is needed to verify them where we cannot be asked (LRN-2).
 */
@ApplicationScoped
public class ExportPortfolio {
  /** More than anybody holds. */
  private static final int MOST = 10_000;

  /** So that a bundle with all its issuers, keys and lists fits where bundles are kept. */
  private static final int CREDENTIALS_OF_A_BUNDLE = 200;

  private final Portfolio portfolio;
  private final LearnerVault vault;
  private final ReadPortfolio readPortfolio;
  private final ComposeBundle composeBundle;
  private final TrustBundles bundles;
  private final RegistrySigner signer;
  private final Disclosures disclosures;
  private final Audit audit;
  private final InstantSource clock;
  private final ObjectMapper json;

  ExportPortfolio(
      Portfolio portfolio,
      LearnerVault vault,
      ReadPortfolio readPortfolio,
      ComposeBundle composeBundle,
      TrustBundles bundles,
      RegistrySigner signer,
      Disclosures disclosures,
      Audit audit,
      InstantSource clock,
      ObjectMapper json) {
    this.portfolio = portfolio;
    this.vault = vault;
    this.readPortfolio = readPortfolio;
    this.composeBundle = composeBundle;
    this.bundles = bundles;
    this.signer = signer;
    this.disclosures = disclosures;
    this.audit = audit;
    this.clock = clock;
    this.json = json;
  }

  /** All that goes along but the documents, which are read again one by one. */
  public record Export(Instant at, List<ExportedLine> lines, Map<String, byte[]> files) {}

  /** Gathers what the learner holds now, and records that it goes. */
  @Transactional
  public Export gather(Learner learner) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    List<Held> held = readPortfolio.held(portfolio.page(learner.refs(), Place.START, MOST));
    var lines = new ArrayList<ExportedLine>();
    var needed = new ArrayList<Needed>();
    for (Held each : held) {
      // What was erased meanwhile cannot be taken along.
      read(each.entry())
          .flatMap(HeldDocument::read)
          .ifPresent(
              document -> {
                lines.add(
                    new ExportedLine(
                        each, document.facts().holderName(), sdJwt(each.entry()).map(Sha256::hex)));
                needed.add(Needed.by(document.facts()));
              });
    }
    disclosures.record(
        Basis.DATA_SUBJECT_REQUEST,
        Purpose.LEARNER_EXPORT,
        "learner:" + learner.id(),
        "portfolio",
        learner.id());
    audit.record(
        "portfolio.exported", "learner", learner.id(), Map.of("credentials", lines.size()));
    return new Export(at, List.copyOf(lines), files(at, lines, needed));
  }

  private Map<String, byte[]> files(Instant at, List<ExportedLine> lines, List<Needed> needed) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("README.txt", readme());
    files.put("portfolio.pdf", PortfolioPdf.of(at, lines));
    for (int from = 0; from == 0 || from < needed.size(); from += CREDENTIALS_OF_A_BUNDLE) {
      List<Needed> some =
          needed.subList(from, Math.min(from + CREDENTIALS_OF_A_BUNDLE, needed.size()));
      int number = from / CREDENTIALS_OF_A_BUNDLE + 1;
      files.put(
          number == 1 ? ArchiveNames.BUNDLE : ArchiveNames.bundle(number),
          ascii(composeBundle.compose(some, at)));
    }
    int brought = 0;
    for (String jws : bundles.about(imported(lines))) {
      files.put(ArchiveNames.broughtBundle(++brought), ascii(jws));
    }
    files.put(ArchiveNames.MANIFEST, manifest(at, lines, files));
    return files;
  }

  private static List<UUID> imported(List<ExportedLine> lines) {
    return lines.stream()
        .map(line -> line.held().entry())
        .filter(entry -> entry.source() == PortfolioEntry.Source.IMPORTED)
        .map(PortfolioEntry::credential)
        .toList();
  }

  private byte[] manifest(Instant at, List<ExportedLine> lines, Map<String, byte[]> files) {
    try {
      return json.writerWithDefaultPrettyPrinter()
          .writeValueAsBytes(Manifest.of(signer.did().value(), at, lines, files));
    } catch (IOException e) {
      throw new IllegalStateException("A manifest is made of plain values", e);
    }
  }

  /** Writes the archive; the documents come from the database while it is written. */
  public void write(Export export, OutputStream out) throws IOException {
    try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (var file : export.files().entrySet()) {
        put(zip, file.getKey(), file.getValue(), export.at());
      }
      for (ExportedLine line : export.lines()) {
        PortfolioEntry entry = line.held().entry();
        byte[] document =
            read(entry).orElseThrow(() -> new IOException("erased while it was exported"));
        put(zip, ArchiveNames.credential(entry.credential()), document, export.at());
        if (line.sdJwtDigest().isPresent()) {
          byte[] sdJwt =
              sdJwt(entry).orElseThrow(() -> new IOException("erased while it was exported"));
          put(zip, ArchiveNames.sdJwt(entry.credential()), sdJwt, export.at());
        }
      }
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] bytes, Instant at)
      throws IOException {
    var file = new ZipEntry(name);
    file.setLastModifiedTime(FileTime.from(at));
    zip.putNextEntry(file);
    zip.write(bytes);
    zip.closeEntry();
  }

  private Optional<byte[]> read(PortfolioEntry entry) {
    return portfolio
        .sealed(entry)
        .flatMap(
            body -> vault.open(entry.learnerRef(), SealedNames.document(entry.credential()), body));
  }

  private Optional<byte[]> sdJwt(PortfolioEntry entry) {
    return portfolio
        .sealedSdJwt(entry)
        .flatMap(
            body -> vault.open(entry.learnerRef(), SealedNames.sdJwt(entry.credential()), body));
  }

  private static byte[] readme() {
    try (InputStream text = ExportPortfolio.class.getResourceAsStream("README.txt")) {
      if (text == null) {
        throw new IllegalStateException("README.txt is not in the jar");
      }
      return text.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("README.txt cannot be read", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
