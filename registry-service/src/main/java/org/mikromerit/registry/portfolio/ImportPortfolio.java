package org.mikromerit.registry.portfolio;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.registry.bundle.KeepTrustBundle;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.portfolio.Archive.Unreadable;
import org.mikromerit.registry.portfolio.ImportReport.BundleReport;
import org.mikromerit.registry.portfolio.ImportReport.BundleState;
import org.mikromerit.registry.portfolio.ImportReport.FileReport;
import org.mikromerit.registry.portfolio.ImportReport.FileState;
import org.mikromerit.registry.portfolio.KeepDocument.Arrived;
import org.mikromerit.registry.portfolio.PortfolioEntry.Source;

/** A learner brings along what they held elsewhere (LRN-2). */
@ApplicationScoped
public class ImportPortfolio {
  private final Portfolio portfolio;
  private final KeepDocument keepDocument;
  private final KeepTrustBundle keepTrustBundle;
  private final Organisations organisations;
  private final Audit audit;
  private final ImportLimits limits;
  // Not the service's own reader: a newer registry may say more in its manifest than we know.
  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  ImportPortfolio(
      Portfolio portfolio,
      KeepDocument keepDocument,
      KeepTrustBundle keepTrustBundle,
      Organisations organisations,
      Audit audit,
      ImportLimits limits) {
    this.portfolio = portfolio;
    this.keepDocument = keepDocument;
    this.keepTrustBundle = keepTrustBundle;
    this.organisations = organisations;
    this.audit = audit;
    this.limits = limits;
  }

  /** What came of an import. */
  public sealed interface Outcome {}

  public record Imported(ImportReport report) implements Outcome {}

  /**
   * It is no exported portfolio.
   *
   * @param reason for people; never repeats what was sent
   */
  public record NoPortfolio(String reason) implements Outcome {}

  /**
   * Takes over what the archive holds.
   *
   * @param accountRef the reference that imported credentials are kept under
   */
  public Outcome take(Learner learner, String accountRef, InputStream archive) throws IOException {
    try {
      // Read to its end before the transaction, which must not wait for a slow sender.
      Archive read = Archive.read(archive, limits);
      Optional<Map<String, String>> digests = read.manifest().flatMap(this::digests);
      if (digests.isEmpty()) {
        return new NoPortfolio("There is no manifest.json in it that could be read.");
      }
      return QuarkusTransaction.requiringNew()
          .call(() -> new Imported(taken(learner, accountRef, read, digests.get())));
    } catch (Unreadable unreadable) {
      return new NoPortfolio(String.valueOf(unreadable.getMessage()));
    }
  }

  private ImportReport taken(
      Learner learner, String accountRef, Archive archive, Map<String, String> digests) {
    ImportReport report = report(learner, accountRef, archive, digests);
    audit.record(
        "portfolio.imported",
        "learner",
        learner.id(),
        Map.of("credentials", report.imported(), "files", report.files().size()));
    return report;
  }

  private ImportReport report(
      Learner learner, String accountRef, Archive archive, Map<String, String> digests) {
    List<BundleReport> bundles =
        archive.bundles().entrySet().stream()
            .map(file -> bundle(file.getKey(), file.getValue()))
            .toList();
    var files = new ArrayList<FileReport>();
    archive
        .credentials()
        .forEach(
            (name, bytes) ->
                files.add(credential(learner, accountRef, name, bytes, archive, digests)));
    Map<UUID, FileState> taken =
        files.stream()
            .filter(file -> file.id() != null)
            .collect(toMap(file -> requireNonNull(file.id()), FileReport::state));
    long imported = taken.values().stream().filter(state -> state == FileState.IMPORTED).count();
    archive
        .sdJwts()
        .forEach((name, bytes) -> files.add(sdJwt(name, bytes, archive, digests, taken)));
    files.addAll(archive.refused().values());
    digests.keySet().stream()
        .filter(name -> !archive.credentials().containsKey(name))
        .filter(name -> !archive.sdJwts().containsKey(name))
        .filter(name -> !archive.refused().containsKey(name))
        .forEach(name -> files.add(new FileReport(name, FileState.MISSING, null)));
    return new ImportReport(Math.toIntExact(imported), bundles, List.copyOf(files));
  }

  private FileReport credential(
      Learner learner,
      String accountRef,
      String name,
      byte[] bytes,
      Archive archive,
      Map<String, String> digests) {
    String digest = digests.get(name);
    if (digest == null) {
      return new FileReport(name, FileState.NOT_IN_MANIFEST, null);
    }
    if (!digest.equals(Sha256.hex(bytes))) {
      return new FileReport(name, FileState.DIGEST_DIFFERS, null);
    }
    Optional<HeldDocument> document = HeldDocument.read(bytes);
    if (document.isEmpty()) {
      return new FileReport(name, FileState.NO_CREDENTIAL, null);
    }
    UUID id = document.get().credential();
    if (!ArchiveNames.credential(name).equals(Optional.of(id))) {
      return new FileReport(name, FileState.ANOTHER_CREDENTIAL, null);
    }
    boolean added =
        portfolio.find(learner.refs(), id).isEmpty()
            && keepDocument.keep(
                    List.of(
                        new Arrived(
                            accountRef,
                            document.get(),
                            Source.IMPORTED,
                            registered(document.get()),
                            sdJwt(document.get(), archive, digests).orElse(null))))
                == 1;
    return new FileReport(name, added ? FileState.IMPORTED : FileState.ALREADY_THERE, id);
  }

  /** The same credential to be shown in parts, where one came along that is what it should be. */
  private static Optional<SdJwt> sdJwt(
      HeldDocument document, Archive archive, Map<String, String> digests) {
    String name = ArchiveNames.sdJwt(document.credential());
    return Optional.ofNullable(archive.sdJwts().get(name))
        .filter(bytes -> Sha256.hex(bytes).equals(digests.get(name)))
        .flatMap(InParts::read)
        .filter(sdJwt -> InParts.says(sdJwt, document.bytes()));
  }

  /** It goes with its credential; one that was here already is kept as it was. */
  private static FileReport sdJwt(
      String name,
      byte[] bytes,
      Archive archive,
      Map<String, String> digests,
      Map<UUID, FileState> taken) {
    String digest = digests.get(name);
    if (digest == null) {
      return new FileReport(name, FileState.NOT_IN_MANIFEST, null);
    }
    if (!digest.equals(Sha256.hex(bytes))) {
      return new FileReport(name, FileState.DIGEST_DIFFERS, null);
    }
    Optional<SdJwt> sdJwt = InParts.read(bytes);
    if (sdJwt.isEmpty()) {
      return new FileReport(name, FileState.NO_CREDENTIAL, null);
    }
    UUID id = ArchiveNames.sdJwt(name).orElseThrow();
    FileState state = taken.get(id);
    byte[] document = archive.credentials().get(ArchiveNames.credential(id));
    return state != null && document != null && InParts.says(sdJwt.get(), document)
        ? new FileReport(name, state, id)
        : new FileReport(name, FileState.ANOTHER_CREDENTIAL, null);
  }

  /** The issuer, where it is one of this register's. */
  private @Nullable UUID registered(HeldDocument document) {
    String did = document.facts().issuer().value();
    try {
      return organisations
          .find(UUID.fromString(did.substring(did.lastIndexOf(':') + 1)))
          .filter(organisation -> organisation.did().equals(did))
          .map(Organisation::id)
          .orElse(null);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  private BundleReport bundle(String name, byte[] bytes) {
    return switch (keepTrustBundle.keep(new String(bytes, StandardCharsets.US_ASCII).strip())) {
      case KeepTrustBundle.Kept(Did registry, var issuedAt) ->
          new BundleReport(name, BundleState.KEPT, registry.value(), issuedAt);
      case KeepTrustBundle.Ours(var issuedAt) ->
          new BundleReport(name, BundleState.OURS, null, issuedAt);
      case KeepTrustBundle.Untrusted(Did registry) ->
          new BundleReport(name, BundleState.UNTRUSTED, registry.value(), null);
      case KeepTrustBundle.Unsound _ -> new BundleReport(name, BundleState.UNSOUND, null, null);
    };
  }

  /** The digest of each file, by the manifest; empty where it is no manifest of ours. */
  private Optional<Map<String, String>> digests(byte[] manifest) {
    try {
      JsonNode node = json.readTree(manifest);
      JsonNode list = node.path("credentials");
      if (!node.path("format").asText().equals(Manifest.FORMAT)
          || !list.isArray()
          || list.size() > limits.files()) {
        return Optional.empty();
      }
      Map<String, String> digests = new LinkedHashMap<>();
      for (JsonNode each : list) {
        String name = each.path("file").asText();
        if (ArchiveNames.credential(name).isPresent()) {
          digests.put(name, each.path("sha256").asText());
        }
        JsonNode sdJwt = each.path("sdJwt");
        String inParts = sdJwt.path("file").asText();
        if (ArchiveNames.sdJwt(inParts).isPresent()) {
          digests.put(inParts, sdJwt.path("sha256").asText());
        }
      }
      return Optional.of(digests);
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
