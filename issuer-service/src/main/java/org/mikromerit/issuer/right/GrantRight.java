package org.mikromerit.issuer.right;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Definition;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** A creator lets another organisation issue a definition of its own. */
@ApplicationScoped
public class GrantRight {
  /** So that all of them fit into one answer about why nothing can be issued. */
  private static final int MOST_TO_ONE_HOLDER = 100;

  private final Definitions definitions;
  private final Organisations organisations;
  private final IssuingRights rights;
  private final AnnounceRight announceRight;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  GrantRight(
      Definitions definitions,
      Organisations organisations,
      IssuingRights rights,
      AnnounceRight announceRight,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.definitions = definitions;
    this.organisations = organisations;
    this.rights = rights;
    this.announceRight = announceRight;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What a creator offers.
   *
   * @param versions empty for all
   * @param validFrom null for now
   * @param validUntil null for never
   */
  public record Offer(
      UUID holder,
      List<Integer> versions,
      @Nullable Instant validFrom,
      @Nullable Instant validUntil) {}

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is granted. */
  public record Granted(IssuingRight right) implements Outcome {}

  /** It is not. */
  public sealed interface Refused extends Outcome {

    /** There is none, or it is another's. */
    record NoSuchDefinition() implements Refused {}

    /** The registry has said nothing of such an organisation. */
    record HolderUnknown() implements Refused {}

    /** Whoever created it needs no right. */
    record HolderIsCreator() implements Refused {}

    /** A version is named that was never published. */
    record NoSuchVersion() implements Refused {}

    /** Its dates permit nothing. */
    record UnusableDates(String field, String detail) implements Refused {}

    /** The holder has a right to some of it already; two would have to be withdrawn to end one. */
    record Overlapping(UUID right) implements Refused {}

    /** The holder was granted more rights to the definition than anybody needs. */
    record TooMany() implements Refused {}
  }

  /** Grants the right, from now on or from a later day. */
  @Transactional
  public Outcome grant(UUID creator, UUID definitionId, Offer offer) {
    // Locked, so that of two overlapping grants one sees the other.
    Optional<Definition> definition = definitions.lock(creator, definitionId);
    if (definition.isEmpty()) {
      return new Refused.NoSuchDefinition();
    }
    if (offer.holder().equals(creator)) {
      return new Refused.HolderIsCreator();
    }
    if (organisations.find(offer.holder()).isEmpty()) {
      return new Refused.HolderUnknown();
    }
    Instant now = clock.instant();
    Instant from = offer.validFrom() == null ? now : offer.validFrom();
    Terms terms = Terms.granted(now, offer.versions(), from, offer.validUntil());
    Optional<Refused> flaw = TermsRules.flaw(terms, definition.get().newestVersion());
    if (flaw.isPresent()) {
      return flaw.get();
    }
    if (from.isBefore(now)) {
      return new Refused.UnusableDates(
          "/validFrom", "A right begins now at the earliest; leave it out for now.");
    }
    List<IssuingRight> earlier = rights.everGranted(offer.holder(), definitionId);
    if (earlier.size() >= MOST_TO_ONE_HOLDER) {
      return new Refused.TooMany();
    }
    return TermsRules.overlapping(terms, earlier, now)
        .<Outcome>map(other -> new Refused.Overlapping(other.id()))
        .orElseGet(() -> grant(creator, definitionId, offer.holder(), terms));
  }

  private Granted grant(UUID creator, UUID definition, UUID holder, Terms terms) {
    var right =
        new IssuingRight(ids.next(), definition, creator, holder, terms.decidedAt(), terms, 1);
    rights.add(right);
    announceRight.announce(right);
    audit.record(
        "issuing-right.granted",
        "issuing-right",
        right.id(),
        Map.of("definition", definition, "holder", holder));
    return new Granted(right);
  }
}
