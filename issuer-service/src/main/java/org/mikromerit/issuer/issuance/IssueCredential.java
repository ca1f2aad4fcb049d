package org.mikromerit.issuer.issuance;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
      @Nullable String givenName,
      @Nullable String familyName,
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

  /** What they say to an organisation and a version, whatever else the order says. */
  private sealed interface Ground {}

  private record Forbidden(Refused refused) implements Decision, Ground {}

  private record Allowed(
      Organisation issuer, Definition definition, @Nullable UnderRight underRight)
      implements Ground {}

  /** It can be carried out, under the id that its credential will have. */
  private record Granted(UUID id, UUID occasion, Allowed allowed, Order order)
      implements Decision {}

  /**
   * Issues into a place that was taken for it; the place is used only where this says Issued.
   *
   * @param actor the account that asks for it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Outcome issue(UUID organisation, String actor, Order order, Optional<StatusPlace> place) {
    return switch (new Grounds(organisation).decide(order)) {
      case Forbidden forbidden -> forbidden.refused();
      case Granted granted -> issue(granted, actor, place);
    };
  }

  private Outcome issue(Granted granted, String actor, Optional<StatusPlace> place) {
    Optional<Signer> signer = signers.of(granted.allowed().issuer().id());
    if (signer.isEmpty() || place.isEmpty()) {
      return new Refused.CannotSign();
    }
    // It is issued also where another was before.
    var _ = firstIssues.claim(Map.of(granted.occasion(), granted.id()));
    return seal(List.of(granted), actor, signer.get(), List.of(place.get())).getFirst();
  }

  /**
   * Issues what learners do not have already, each into the next of the places that were taken.
   *
   * @param actor the account that asks for it
   * @param places where there are too few, {@link Refused.CannotSign} is the answer to all that
   *     could have been issued
   * @return what comes of the orders, in their order
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<OnceOutcome> issueOnce(
      UUID organisation, String actor, List<Order> orders, List<StatusPlace> places) {
    List<Decision> decisions = decide(organisation, orders);
    Map<UUID, OnceOutcome> byOccasion =
        issueFirst(organisation, actor, firstGranted(decisions), places);
    List<OnceOutcome> outcomes = new ArrayList<>();
    Set<UUID> told = new HashSet<>();
    for (Decision decision : decisions) {
      outcomes.add(
          switch (decision) {
            case Forbidden forbidden -> forbidden.refused();
            case Granted granted -> {
              OnceOutcome outcome = requireNonNull(byOccasion.get(granted.occasion()));
              yield !told.add(granted.occasion()) && outcome instanceof Issued(var credential)
                  ? new AlreadyIssued(credential.id())
                  : outcome;
            }
          });
    }
    return outcomes;
  }

  private List<Decision> decide(UUID organisation, List<Order> orders) {
    var grounds = new Grounds(organisation);
    return orders.stream().map(grounds::decide).toList();
  }

  /** Of the orders for one occasion the first, by occasion. */
  private static Map<UUID, Granted> firstGranted(List<Decision> decisions) {
    Map<UUID, Granted> first = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      if (decision instanceof Granted granted) {
        first.putIfAbsent(granted.occasion(), granted);
      }
    }
    return first;
  }

  private Map<UUID, OnceOutcome> issueFirst(
      UUID organisation, String actor, Map<UUID, Granted> granted, List<StatusPlace> places) {
    Map<UUID, OnceOutcome> outcomes = new HashMap<>();
    // Before the seals, since signatures are what costs; rolled back with them where they fail.
    firstIssues
        .claim(granted.values().stream().collect(toMap(Granted::occasion, Granted::id)))
        .forEach((occasion, credential) -> outcomes.put(occasion, new AlreadyIssued(credential)));
    List<Granted> first =
        granted.values().stream().filter(each -> !outcomes.containsKey(each.occasion())).toList();
    if (first.isEmpty()) {
      return outcomes;
    }
    Optional<Signer> signer = signers.of(organisation);
    if (signer.isEmpty() || places.size() < first.size()) {
      first.forEach(each -> outcomes.put(each.occasion(), new Refused.CannotSign()));
      return outcomes;
    }
    List<Issued> issued = seal(first, actor, signer.get(), places);
    for (int i = 0; i < first.size(); i++) {
      outcomes.put(first.get(i).occasion(), issued.get(i));
    }
    return outcomes;
  }

  /** What would keep orders from being carried out now; empty for those that nothing would. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<Optional<OnceOutcome>> hindrances(UUID organisation, List<Order> orders) {
    List<Decision> decisions = decide(organisation, orders);
    Map<UUID, UUID> earlier = firstIssues.find(firstGranted(decisions).keySet());
    return decisions.stream()
        .map(
            decision ->
                switch (decision) {
                  case Forbidden forbidden -> Optional.<OnceOutcome>of(forbidden.refused());
                  case Granted granted ->
                      Optional.ofNullable(earlier.get(granted.occasion()))
                          .<OnceOutcome>map(AlreadyIssued::new);
                })
        .toList();
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

  /** What is asked once for all orders of one organisation in one transaction. */
  private final class Grounds {
    private final UUID organisation;
    private final Optional<Organisation> issuer;
    private final Map<Version, Ground> known = new HashMap<>();

    private record Version(UUID definition, int version) {}

    Grounds(UUID organisation) {
      this.organisation = organisation;
      this.issuer = organisations.find(organisation);
    }

    Decision decide(Order order) {
      Ground ground =
          known.computeIfAbsent(new Version(order.definition(), order.version()), this::ground);
      return switch (ground) {
        case Forbidden forbidden -> forbidden;
        case Allowed allowed -> {
          List<Lack> lacks = lacks(order, allowed.definition());
          yield lacks.isEmpty()
              ? new Granted(ids.next(), occasionOf(organisation, order), allowed, order)
              : new Forbidden(new Refused.Incomplete(lacks));
        }
      };
    }

    private Ground ground(Version version) {
      Optional<Refused> unauthorised = unauthorised(issuer);
      if (unauthorised.isPresent()) {
        return new Forbidden(unauthorised.get());
      }
      Optional<Issuable> issuable = definitions.find(version.definition(), version.version());
      if (issuable.isEmpty()) {
        return new Forbidden(new Refused.NoSuchDefinition());
      }
      return issuable.get().creator().equals(organisation)
          ? new Allowed(issuer.get(), issuable.get().definition(), null)
          : underAnothers(version, issuable.get());
    }

    private Ground underAnothers(Version version, Issuable issuable) {
      return switch (rightToIssue.find(organisation, version.definition(), version.version())) {
        case RightToIssue.By(IssuingRight right) ->
            new Allowed(issuer.get(), issuable.definition(), under(right));
        case RightToIssue.Missing missing -> new Forbidden(new Refused.NoRight(missing.begins()));
        case RightToIssue.Ended ended ->
            new Forbidden(new Refused.RightEnded(ended.since(), ended.withdrawn(), ended.reason()));
      };
    }
  }

  private UnderRight under(IssuingRight right) {
    Organisation creator =
        organisations
            .find(right.creator())
            .orElseThrow(
                () -> new IllegalStateException("Who published a definition was known once"));
    return new UnderRight(right.id(), address.didOf(creator.id()), creator.name());
  }

  private List<Lack> lacks(Order order, Definition definition) {
    var lacks = new ArrayList<Lack>();
    if (order.givenName() == null) {
      lacks.add(
          missing(
              StandardElement.LEARNER, "/recipient/givenName", "Give the learner's given name."));
    }
    if (order.familyName() == null) {
      lacks.add(
          missing(
              StandardElement.LEARNER, "/recipient/familyName", "Give the learner's family name."));
    }
    if (order.learnerRef() == null) {
      lacks.add(
          missing(
              StandardElement.LEARNER,
              "/recipient/identifier/value",
              "Give an identifier of the learner's, with its type."));
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

  private List<Issued> seal(
      List<Granted> granted, String actor, Signer signer, List<StatusPlace> places) {
    List<IssuedCredential> issued =
        sealCredential.seal(
            IntStream.range(0, granted.size())
                .mapToObj(i -> decided(granted.get(i), signer, places.get(i)))
                .toList());
    issued.forEach(credential -> audit(actor, credential));
    return issued.stream().map(Issued::new).toList();
  }

  private static SealCredential.Decided decided(Granted granted, Signer signer, StatusPlace place) {
    Allowed allowed = granted.allowed();
    Order order = granted.order();
    return new SealCredential.Decided(
        granted.id(),
        allowed.issuer().id(),
        allowed.issuer().name(),
        signer,
        allowed.definition(),
        new Holder(requireNonNull(order.givenName()), requireNonNull(order.familyName())),
        requireNonNull(order.learnerRef()),
        requireNonNull(order.awardedAt()),
        order.result(),
        order.evidenceStatement(),
        order.externalReference(),
        null,
        allowed.underRight(),
        place);
  }

  private void audit(String actor, IssuedCredential issued) {
    audit.recordFor(
        actor,
        issued.organisation(),
        "credential.issued",
        "credential",
        issued.id(),
        Map.of("definition", issued.definition(), "version", issued.definitionVersion()));
  }
}
