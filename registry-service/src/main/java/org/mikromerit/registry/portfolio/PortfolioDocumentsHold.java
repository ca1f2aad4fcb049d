package org.mikromerit.registry.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;
import org.mikromerit.registry.portfolio.KeptDocuments.Kept;

/**
 * What a learner holds opens under the key of its reference and has the digest that its entry has,
 * which is sealed. What was erased has no key any more, or one that was made later.
 */
@ApplicationScoped
class PortfolioDocumentsHold implements Check {
  private static final int AT_ONCE = 500;

  private final KeptDocuments documents;
  private final LearnerVault vault;

  PortfolioDocumentsHold(KeptDocuments documents, LearnerVault vault) {
    this.documents = documents;
    this.vault = vault;
  }

  @Override
  public String name() {
    return "portfolio-documents";
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Kept> page = documents.after(cursor == null ? 0 : Long.parseLong(cursor), AT_ONCE);
    if (page.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        Long.toString(page.getLast().entered()),
        page.size(),
        page.stream()
            .flatMap(each -> fault(each).map(at -> violation(each, at)).stream())
            .toList());
  }

  private Violation violation(Kept kept, String fault) {
    return new Violation(name(), "portfolio_body", "entered=" + kept.entered(), fault);
  }

  private Optional<String> fault(Kept kept) {
    byte[] sealed = kept.sealed();
    if (sealed == null) {
      return Optional.of("The document is away, and its entry is not.");
    }
    try {
      Optional<byte[]> document = vault.open(kept.learnerRef(), kept.credential(), sealed);
      if (document.isEmpty()) {
        return Optional.empty();
      }
      if (!kept.keyed()) {
        return Optional.of("Its learner's key was made earlier than it says.");
      }
      return Sha256.hex(document.get()).equals(kept.digest())
          ? Optional.empty()
          : Optional.of("The document is not the one that came.");
    } catch (IllegalArgumentException | IllegalStateException e) {
      return kept.keyed()
          ? Optional.of("The document does not open under its learner's key.")
          : Optional.empty();
    }
  }
}
