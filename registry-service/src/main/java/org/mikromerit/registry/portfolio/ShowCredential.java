package org.mikromerit.registry.portfolio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.registry.learner.Learner;

/** Opens what a learner holds for somebody else, as much of it as the learner chose. */
@ApplicationScoped
public class ShowCredential {
  private static final String WHOLE = "application/vc";
  private static final String IN_PARTS = "application/vc+sd-jwt";

  /**
   * Whom a credential was issued to. Whoever brought it along need not be them, so that it is not
   * theirs to keep back: an employer would take it for the learner's own.
   */
  private static final String HOLDER = "/credentialSubject/identifier/";

  private final Portfolio portfolio;
  private final LearnerVault vault;
  private final Disclosures disclosures;

  ShowCredential(Portfolio portfolio, LearnerVault vault, Disclosures disclosures) {
    this.portfolio = portfolio;
    this.vault = vault;
    this.disclosures = disclosures;
  }

  /**
   * What there is to choose.
   *
   * @param inParts whether its issuer signed it so that parts can be kept back; else it is shown
   *     whole or not at all
   * @param pointers what can be shown or kept back (RFC 6901); all else is always shown
   */
  public record Choices(PortfolioEntry entry, boolean inParts, Set<String> pointers) {
    public Choices {
      // In the order of the document.
      pointers = Collections.unmodifiableSet(new LinkedHashSet<>(pointers));
    }
  }

  /** What is shown, under its issuer's own signature. */
  public record Shown(UUID credential, String mediaType, String document) {}

  /** What can be chosen of a credential; empty where the learner holds no such. */
  @Transactional
  public Optional<Choices> choices(Learner learner, UUID credential) {
    Optional<Choices> choices = portfolio.find(learner.refs(), credential).flatMap(this::choices);
    if (choices.isPresent()) {
      disclosures.record(
          Basis.DATA_SUBJECT_REQUEST,
          Purpose.LEARNER_ACCESS,
          "learner:" + learner.id(),
          "credential",
          credential);
    }
    return choices;
  }

  private Optional<Choices> choices(PortfolioEntry entry) {
    return document(entry)
        .map(
            document -> {
              Optional<SdJwt> inParts = inParts(entry, document);
              return new Choices(
                  entry,
                  inParts.isPresent(),
                  inParts.map(sdJwt -> open(entry, sdJwt)).orElseGet(Set::of));
            });
  }

  private static Set<String> open(PortfolioEntry entry, SdJwt sdJwt) {
    Set<String> choices = new LinkedHashSet<>(sdJwt.choices());
    choices.removeAll(fixed(entry, sdJwt));
    return choices;
  }

  /** What is always shown, although its issuer left it to the holder. */
  private static Set<String> fixed(PortfolioEntry entry, SdJwt sdJwt) {
    return entry.source() == PortfolioEntry.Source.IMPORTED
        ? sdJwt.choices().stream().filter(each -> each.startsWith(HOLDER)).collect(toSet())
        : Set.of();
  }

  /**
   * The credential; empty where none of the references has it any more, or its key is gone.
   *
   * @param pointers some of the choices; null for the document as it was signed, whole
   * @throws IllegalArgumentException if there is no such choice
   */
  @Transactional
  public Optional<Shown> show(
      Collection<String> refs, UUID credential, @Nullable List<String> pointers) {
    return portfolio.find(refs, credential).flatMap(entry -> show(entry, pointers));
  }

  private Optional<Shown> show(PortfolioEntry entry, @Nullable List<String> pointers) {
    Optional<byte[]> document = document(entry);
    if (pointers == null) {
      return document.map(bytes -> new Shown(entry.credential(), WHOLE, new String(bytes, UTF_8)));
    }
    return document
        .flatMap(bytes -> inParts(entry, bytes))
        .map(sdJwt -> new Shown(entry.credential(), IN_PARTS, shown(entry, sdJwt, pointers)));
  }

  private static String shown(PortfolioEntry entry, SdJwt sdJwt, List<String> pointers) {
    Set<String> all = fixed(entry, sdJwt);
    return sdJwt.showing(Stream.concat(pointers.stream(), all.stream()).toList()).text();
  }

  private Optional<byte[]> document(PortfolioEntry entry) {
    return portfolio
        .sealed(entry)
        .flatMap(body -> opened(entry, SealedNames.document(entry.credential()), body));
  }

  /** Only where it says exactly what the document says. */
  private Optional<SdJwt> inParts(PortfolioEntry entry, byte[] document) {
    return portfolio
        .sealedSdJwt(entry)
        .flatMap(body -> opened(entry, SealedNames.sdJwt(entry.credential()), body))
        .flatMap(InParts::read)
        .filter(sdJwt -> InParts.says(sdJwt, document));
  }

  /** Whoever erased may have begun anew, under a key that opens nothing of before. */
  private Optional<byte[]> opened(PortfolioEntry entry, String name, byte[] body) {
    try {
      return vault.open(entry.learnerRef(), name, body);
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }
}
