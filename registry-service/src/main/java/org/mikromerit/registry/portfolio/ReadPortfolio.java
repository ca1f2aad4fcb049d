package org.mikromerit.registry.portfolio;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.organisation.Organisations;
import org.mikromerit.registry.organisation.Organisations.Contact;
import org.mikromerit.registry.portfolio.Portfolio.Place;

/** A learner reads what they hold, and nobody else does; every reading is recorded. */
@ApplicationScoped
public class ReadPortfolio {
  private final Portfolio portfolio;
  private final LearnerVault vault;
  private final Standings standings;
  private final Organisations organisations;
  private final Disclosures disclosures;

  ReadPortfolio(
      Portfolio portfolio,
      LearnerVault vault,
      Standings standings,
      Organisations organisations,
      Disclosures disclosures) {
    this.portfolio = portfolio;
    this.vault = vault;
    this.standings = standings;
    this.organisations = organisations;
    this.disclosures = disclosures;
  }

  /**
   * A credential that the learner holds.
   *
   * @param issuerName as the register has it now, else as the document has it
   * @param issuerContact where the register says that the issuer can be reached
   */
  public record Held(
      PortfolioEntry entry,
      Optional<String> issuerName,
      Optional<URI> issuerContact,
      Standing standing) {

    /** Where its learner can object to what the issuer did to it. */
    public Optional<URI> appealTo() {
      return switch (standing.state()) {
        case SUSPENDED, REVOKED -> issuerContact;
        case STANDING, UNDECIDED -> Optional.empty();
      };
    }
  }

  /** A document that was asked for. */
  public sealed interface Reading {}

  /** One answer for "none" and "not yours". */
  public record NoneOfTheirs() implements Reading {}

  /** It was held, and its key is no more. */
  public record Erased() implements Reading {}

  /**
   * The document as it was signed, byte for byte.
   *
   * @param parts how what it is awarded for stands by now
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  public record Document(Held held, CredentialFacts facts, Map<UUID, Standing> parts, byte[] bytes)
      implements Reading {

    /** How a part stands. */
    public Standing standing(PartReference part) {
      return part.credentialId()
          .map(id -> parts.getOrDefault(id.value(), Standing.UNDECIDED))
          .orElse(Standing.UNDECIDED);
    }
  }

  /** At most so many of what the learner holds, the last awarded first. */
  @Transactional
  public List<Held> page(Learner learner, Place after, int atMost) {
    List<PortfolioEntry> entries = portfolio.page(learner.refs(), after, atMost);
    record(learner, Purpose.LEARNER_ACCESS, "portfolio", learner.id());
    return held(entries);
  }

  /** One document of the learner's. */
  @Transactional
  public Reading document(Learner learner, UUID credential) {
    return portfolio
        .find(learner.refs(), credential)
        .map(entry -> opened(learner, entry))
        .orElseGet(NoneOfTheirs::new);
  }

  private Reading opened(Learner learner, PortfolioEntry entry) {
    Optional<byte[]> bytes =
        portfolio
            .sealed(entry)
            .flatMap(
                body ->
                    vault.open(entry.learnerRef(), SealedNames.document(entry.credential()), body));
    if (bytes.isEmpty()) {
      return new Erased();
    }
    HeldDocument document = HeldDocument.read(bytes.get()).orElseThrow();
    record(learner, Purpose.LEARNER_ACCESS, "credential", entry.credential());
    return new Document(
        held(List.of(entry)).getFirst(),
        document.facts(),
        standingsOfParts(document.facts()),
        document.bytes());
  }

  private Map<UUID, Standing> standingsOfParts(CredentialFacts facts) {
    List<UUID> parts =
        facts.parts().stream()
            .map(PartReference::credentialId)
            .flatMap(Optional::stream)
            .map(CredentialId::value)
            .toList();
    return parts.isEmpty() ? Map.of() : standings.of(parts);
  }

  private void record(Learner learner, Purpose purpose, String subjectType, UUID subject) {
    disclosures.record(
        Basis.DATA_SUBJECT_REQUEST, purpose, "learner:" + learner.id(), subjectType, subject);
  }

  /** The entries with what the register says of them now. */
  List<Held> held(List<PortfolioEntry> entries) {
    Map<UUID, Standing> known =
        standings.of(entries.stream().map(PortfolioEntry::credential).toList());
    Map<UUID, Contact> issuers = issuers(entries);
    var held = new ArrayList<Held>();
    for (PortfolioEntry entry : entries) {
      Optional<Contact> registered = Optional.ofNullable(entry.organisation()).map(issuers::get);
      held.add(
          new Held(
              entry,
              registered.map(Contact::name).or(() -> Optional.ofNullable(entry.issuerName())),
              registered.map(Contact::page),
              known.getOrDefault(entry.credential(), Standing.UNDECIDED)));
    }
    return held;
  }

  private Map<UUID, Contact> issuers(List<PortfolioEntry> entries) {
    Set<UUID> issuers =
        entries.stream()
            .map(PortfolioEntry::organisation)
            .filter(Objects::nonNull)
            .collect(toSet());
    return organisations.contacts(issuers);
  }
}
