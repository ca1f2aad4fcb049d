package org.mikromerit.issuer.issuance;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.credential.openbadge.UnderRight;
import org.mikromerit.issuer.issuance.IssuableDefinitions.Issuable;
import org.mikromerit.issuer.learner.ClaimReference;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.issuer.right.IssuingRight;
import org.mikromerit.issuer.right.RightToIssue;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** An institution awards a definition, its own or one that it has the right to, to one learner. */
@ApplicationScoped
public class IssueCredential {
  private final Organisations organisations;
  private final IssuableDefinitions definitions;
  private final RightToIssue rightToIssue;
  private final Signers signers;
  private final PublicAddress address;
  private final SealCredential sealCredential;
  private final FirstIssues firstIssues;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  IssueCredential(
      Organisations organisations,
      IssuableDefinitions definitions,
      RightToIssue rightToIssue,
      Signers signers,
      PublicAddress address,
      SealCredential sealCredential,
      FirstIssues firstIssues,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.organisations = organisations;
    this.definitions = definitions;
    this.rightToIssue = rightToIssue;
    this.signers = signers;
    this.address = address;
    this.sealCredential = sealCredential;
    this.firstIssues = firstIssues;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What an institution asks for; what it left out is null.
   *
   * @param learnerRef pseudonym of the identifier that the institution knows the learner by
   */
  public record Order(
      UUID definition,
      int version,
      @Nullable Holder holder,
      @Nullable String learnerRef,
      @Nullable Instant awardedAt,
      @Nullable AssessmentResult result,
      @Nullable String evidenceStatement,
      @Nullable String externalReference) {}

  /** What comes of an order that must not be carried out twice. */
  public sealed interface OnceOutcome {}

  /** The same learner has this version already, for the same occasion. */
  public record AlreadyIssued(UUID credential) implements OnceOutcome {}

  /** What comes of an order. */
  public sealed interface Outcome extends OnceOutcome {}

  /** It is signed and registered, once the transaction commits. */
  public record Issued(IssuedCredential credential) implements Outcome {}

  /** It is not issued. */
  public sealed interface Refused extends Outcome {

    /** The authority has not said that this organisation may issue. */
    record NotAuthorised() implements Refused {}

    /**
     * The authority has said that it may no longer.
     *
     * @param reason as it is published
     */
    record AuthorisationWithdrawn(@Nullable Instant since, @Nullable String reason)
        implements Refused {}

    /** No such version is published by anybody. */
    record NoSuchDefinition() implements Refused {}

    /**
     * Another created it, and never granted this organisation a right to this version.
     *
     * @param begins when a right begins that was granted for later
     */
    record NoRight(@Nullable Instant begins) implements Refused {}

    /**
     * Another created it, and the right to it has ended.
     *
     * @param withdrawn by the creator, rather than by its date
     * @param reason the creator's, where it was withdrawn
     */
    record RightEnded(Instant since, boolean withdrawn, @Nullable String reason)
        implements Refused {}

    /** There is no key to sign with, or no list for the status. */
    record CannotSign() implements Refused {}

    /** The credential would lack what it must say. */
    record Incomplete(List<Lack> lacks) implements Refused {}
  }

  /**
   * Something that a credential must say and this one would not.
   *
   * @param code stable, for programs
   * @param element the standard element that is concerned, if one is
   * @param field JSON pointer into the request
   */
  public record Lack(String code, @Nullable StandardElement element, String field, String detail) {}

  /** What the rules say to an order. */
  private sealed interface Decision {}

  private record Allowed(
      Organisation issuer, Definition definition, @Nullable UnderRight underRight)
      implements Decision {}

  private record Forbidden(Refused refused) implements Decision {}

  /**
   * Issues into a place that was taken for it; the place is used only where this says Issued.
   *
   * @param actor the account that asks for it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Outcome issue(UUID organisation, String actor, Order order, Optional<StatusPlace> place) {
    return switch (decide(organisation, order)) {
      case Forbidden forbidden -> forbidden.refused();
      case Allowed allowed -> issue(allowed, actor, order, place);
    };
  }

  private Outcome issue(Allowed allowed, String actor, Order order, Optional<StatusPlace> place) {
    UUID id = ids.next();
    Outcome outcome = seal(id, allowed, actor, order, place);
    if (outcome instanceof Issued) {
      var _ = firstIssues.claim(occasionOf(allowed.issuer().id(), order), id);
    }
    return outcome;
  }

  /**
   * The same, unless the learner has it already. Several orders of one transaction come sorted by
   * learner and {@link #occasion}, so that no two transactions wait for each other in a circle.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public OnceOutcome issueOnce(
      UUID organisation, String actor, Order order, Optional<StatusPlace> place) {
    return switch (decide(organisation, order)) {
      case Forbidden forbidden -> forbidden.refused();
      case Allowed allowed -> issueOnce(allowed, actor, order, place);
    };
  }

  private OnceOutcome issueOnce(
      Allowed allowed, String actor, Order order, Optional<StatusPlace> place) {
    UUID id = ids.next();
    // Before the seal, since a signature is what costs; rolled back with it where it fails.
    Optional<UUID> earlier = firstIssues.claim(occasionOf(allowed.issuer().id(), order), id);
    return earlier.isPresent()
        ? new AlreadyIssued(earlier.get())
        : seal(id, allowed, actor, order, place);
  }

  /** What would keep it from being issued now; empty where nothing would. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<OnceOutcome> hindrance(UUID organisation, Order order) {
    return switch (decide(organisation, order)) {
      case Forbidden forbidden -> Optional.of(forbidden.refused());
      case Allowed _ -> firstIssues.find(occasionOf(organisation, order)).map(AlreadyIssued::new);
    };
  }

  /**
   * Names what an order is for: one learner, one version, one occasion, which is the institution's
   * own reference or else the day. Empty where the order lacks one of them.
   */
  public static Optional<UUID> occasion(UUID organisation, Order order) {
    return order.learnerRef() == null || order.awardedAt() == null
        ? Optional.empty()
        : Optional.of(occasionOf(organisation, order));
  }

  private static UUID occasionOf(UUID organisation, Order order) {
    String reference = order.externalReference();
    String learner = requireNonNull(order.learnerRef());
    if (reference != null && ClaimReference.isOne(learner)) {
      // Made anew for each order: the institution's reference alone tells such learners apart.
      learner = "claim-code";
    }
    return Ids.named(
        "occasion",
        organisation.toString(),
        order.definition().toString(),
        Integer.toString(order.version()),
        learner,
        reference == null ? "on" : "as",
        reference == null
            ? LocalDate.ofInstant(requireNonNull(order.awardedAt()), ZoneOffset.UTC).toString()
            : reference);
  }

  private Decision decide(UUID organisation, Order order) {
    Optional<Organisation> issuer = organisations.find(organisation);
    Optional<Refused> unauthorised = unauthorised(issuer);
    if (unauthorised.isPresent()) {
      return new Forbidden(unauthorised.get());
    }
    Optional<Issuable> issuable = definitions.find(order.definition(), order.version());
    if (issuable.isEmpty()) {
      return new Forbidden(new Refused.NoSuchDefinition());
    }
    return issuable.get().creator().equals(organisation)
        ? decide(issuer.get(), issuable.get().definition(), null, order)
        : decideAnothers(issuer.get(), issuable.get(), order);
  }

  /** Why the organisation may issue nothing at all; empty where it may. */
  public static Optional<Refused> unauthorised(Optional<Organisation> issuer) {
    if (issuer.filter(Organisation::isAuthorised).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        issuer
            .filter(Organisation::isAuthorisationWithdrawn)
            .<Refused>map(it -> new Refused.AuthorisationWithdrawn(it.since(), it.reason()))
            .orElseGet(Refused.NotAuthorised::new));
  }

  private Decision decideAnothers(Organisation issuer, Issuable issuable, Order order) {
    return switch (rightToIssue.find(issuer.id(), order.definition(), order.version())) {
      case RightToIssue.By(IssuingRight right) ->
          decide(issuer, issuable.definition(), under(right), order);
      case RightToIssue.Missing missing -> new Forbidden(new Refused.NoRight(missing.begins()));
      case RightToIssue.Ended ended ->
          new Forbidden(new Refused.RightEnded(ended.since(), ended.withdrawn(), ended.reason()));
    };
  }

  private UnderRight under(IssuingRight right) {
    Organisation creator =
        organisations
            .find(right.creator())
            .orElseThrow(
                () -> new IllegalStateException("Who published a definition was known once"));
    return new UnderRight(right.id(), address.didOf(creator.id()), creator.name());
  }

  private Decision decide(
      Organisation issuer, Definition definition, @Nullable UnderRight underRight, Order order) {
    List<Lack> lacks = lacks(order, definition);
    return lacks.isEmpty()
        ? new Allowed(issuer, definition, underRight)
        : new Forbidden(new Refused.Incomplete(lacks));
  }

  private List<Lack> lacks(Order order, Definition definition) {
    var lacks = new ArrayList<Lack>();
    if (order.holder() == null || order.learnerRef() == null) {
      lacks.add(
          missing(
              StandardElement.LEARNER,
              "/recipient",
              "Give the learner's given name, family name and an identifier."));
    }
    if (order.awardedAt() == null) {
      lacks.add(
          missing(StandardElement.DATE, "/awardedAt", "State when the learner had earned it."));
    } else if (order.awardedAt().isAfter(clock.instant())) {
      lacks.add(
          new Lack(
              "AWARDED-IN-FUTURE",
              StandardElement.DATE,
              "/awardedAt",
              "Nothing is issued before it is earned: give a time that has passed."));
    }
    if (definition.certificationLevel() == CertificationLevel.DEMONSTRATED
        && order.evidenceStatement() == null) {
      // CERT-3: the one part of it that no definition can state.
      lacks.add(
          new Lack(
              "EVIDENCE-MISSING",
              null,
              "/evidenceStatement",
              "The level DEMONSTRATED needs a statement of the evidence, or why there is none."));
    }
    return lacks;
  }

  private static Lack missing(StandardElement element, String field, String detail) {
    return new Lack("STANDARD-ELEMENT-MISSING", element, field, detail);
  }

  private Outcome seal(
      UUID id, Allowed allowed, String actor, Order order, Optional<StatusPlace> place) {
    Optional<Signer> signer = signers.of(allowed.issuer().id());
    if (signer.isEmpty() || place.isEmpty()) {
      return new Refused.CannotSign();
    }
    return new Issued(seal(id, allowed, actor, order, signer.get(), place.get()));
  }

  private IssuedCredential seal(
      UUID id, Allowed allowed, String actor, Order order, Signer signer, StatusPlace place) {
    Organisation issuer = allowed.issuer();
    Definition definition = allowed.definition();
    IssuedCredential issued =
        sealCredential.seal(
            new SealCredential.Decided(
                id,
                issuer.id(),
                issuer.name(),
                signer,
                definition,
                requireNonNull(order.holder()),
                requireNonNull(order.learnerRef()),
                requireNonNull(order.awardedAt()),
                order.result(),
                order.evidenceStatement(),
                order.externalReference(),
                null,
                allowed.underRight(),
                place));
    audit.recordFor(
        actor,
        issuer.id(),
        "credential.issued",
        "credential",
        issued.id(),
        Map.of("definition", definition.id(), "version", definition.version()));
    return issued;
  }
}
