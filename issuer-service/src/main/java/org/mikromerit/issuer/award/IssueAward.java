package org.mikromerit.issuer.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.openbadge.AwardPart;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.award.Award.Reason;
import org.mikromerit.issuer.award.Award.State;
import org.mikromerit.issuer.award.Awards.Part;
import org.mikromerit.issuer.definition.CompleteDefinition;
import org.mikromerit.issuer.definition.Definitions;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.issuance.IssuableDefinitions;
import org.mikromerit.issuer.issuance.SealCredential;
import org.mikromerit.issuer.issuance.SealCredential.CompletedStack;
import org.mikromerit.issuer.organisation.Organisation;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.kit.audit.Audit;

/** A completed pathway's owner awards its credential, by the rule that it set. */
@ApplicationScoped
class IssueAward {
  /** CERT-3: what a demonstrated award rests on. */
  private static final String EVIDENCE =
      "The credentials that are named here as the parts of this award.";

  private final Awards awards;
  private final WhosePart whosePart;
  private final AwardRules rules;
  private final Organisations organisations;
  private final Definitions definitions;
  private final IssuableDefinitions issuableDefinitions;
  private final Signers signers;
  private final PublicAddress address;
  private final SealCredential sealCredential;
  private final Audit audit;
  private final InstantSource clock;

  IssueAward(
      Awards awards,
      WhosePart whosePart,
      AwardRules rules,
      Organisations organisations,
      Definitions definitions,
      IssuableDefinitions issuableDefinitions,
      Signers signers,
      PublicAddress address,
      SealCredential sealCredential,
      Audit audit,
      InstantSource clock) {
    this.awards = awards;
    this.whosePart = whosePart;
    this.rules = rules;
    this.organisations = organisations;
    this.definitions = definitions;
    this.issuableDefinitions = issuableDefinitions;
    this.signers = signers;
    this.address = address;
    this.sealCredential = sealCredential;
    this.audit = audit;
    this.clock = clock;
  }

  /** Who awards, and what: all that an award waits for. */
  private record Ready(Organisation owner, Definition definition, Signer signer) {}

  /** Whom an award names, and by which of their references it is theirs. */
  private record Recipient(Holder holder, String learnerRef) {}

  /** What came of a turn. */
  public enum Turn {
    /** It is issued, into the place. */
    ISSUED,
    /** It is settled without being issued. */
    DECIDED,
    /** Something else than the learner is missing, or somebody else is at it. */
    NOT_NOW,
    /** The registry has yet to say that all parts are the learner's, or nothing names them. */
    AWAITS_LEARNER
  }

  /**
   * Issues a waiting award, or refuses it for good. The parts are held still meanwhile, so that
   * none is revoked between the look at it and the award.
   *
   * @param place used only where this says so
   */
  @Transactional
  public Turn issue(UUID stack, StatusPlace place) {
    Optional<Award> waiting =
        awards
            .lockUnlessTaken(stack)
            .filter(found -> found.state() == State.WAITING)
            .map(Awards.Standing::award);
    Optional<Ready> ready = waiting.flatMap(this::ready);
    if (waiting.isEmpty() || ready.isEmpty()) {
      return Turn.NOT_NOW;
    }
    Award award = waiting.get();
    List<Part> parts = awards.lockParts(award.parts());
    Optional<Reason> flaw = flaw(award, parts);
    if (flaw.isPresent()) {
      refuse(award, flaw.get());
      return Turn.DECIDED;
    }
    if (parts.stream().anyMatch(part -> part.status() == CredentialStatus.SUSPENDED)) {
      return Turn.NOT_NOW;
    }
    Optional<UUID> earlier = awards.standingForSameParts(award);
    if (earlier.isPresent()) {
      adopt(award, earlier.get());
      return Turn.DECIDED;
    }
    Optional<Recipient> recipient = recipient(award, parts);
    recipient.ifPresent(who -> seal(award, parts, who, ready.get(), place));
    return recipient.isPresent() ? Turn.ISSUED : Turn.AWAITS_LEARNER;
  }

  private Optional<Ready> ready(Award award) {
    Optional<Organisation> owner =
        organisations.find(award.organisation()).filter(Organisation::isAuthorised);
    Optional<Definition> definition =
        rules
            .find(award.organisation(), award.pathway())
            .flatMap(rule -> definitions.newestVersion(award.organisation(), rule.definition()))
            .map(CompleteDefinition::of);
    Optional<Signer> signer = signers.of(award.organisation());
    return owner.isPresent() && definition.isPresent() && signer.isPresent()
        ? Optional.of(new Ready(owner.get(), definition.get(), signer.get()))
        : Optional.empty();
  }

  private Optional<Reason> flaw(Award award, List<Part> parts) {
    if (parts.size() < award.parts().stream().distinct().count()) {
      return Optional.of(Reason.PART_UNKNOWN);
    }
    return parts.stream().flatMap(part -> flaw(award, part).stream()).findFirst();
  }

  private Optional<Reason> flaw(Award award, Part part) {
    if (part.status() == CredentialStatus.REVOKED) {
      return Optional.of(Reason.PART_REVOKED);
    }
    if (whosePart.of(award, part) == WhosePart.Answer.ANOTHERS) {
      return Optional.of(Reason.PART_OF_ANOTHER_LEARNER);
    }
    return part.kind() == CredentialKind.ATTENDANCE
        ? Optional.of(Reason.PART_DOES_NOT_STACK)
        : Optional.empty();
  }

  private void refuse(Award award, Reason reason) {
    awards.change(award.stack(), State.REFUSED, reason, null, clock.instant());
    audit.recordBySystem(
        award.organisation(),
        "award.refused",
        "stack",
        award.stack(),
        Map.of("reason", reason.code()));
  }

  /**
   * A learner whose identifiers were linked since completes the pathway once more, by the parts
   * that were awarded already: that award is this one's too.
   */
  private void adopt(Award award, UUID credential) {
    awards.change(award.stack(), State.ISSUED, null, credential, clock.instant());
    audit.recordBySystem(
        award.organisation(),
        "award.adopted",
        "credential",
        credential,
        Map.of("stack", award.stack(), "pathway", award.pathway()));
  }

  /** As the first part names them whose body is still held, once all parts are known as theirs. */
  private Optional<Recipient> recipient(Award award, List<Part> parts) {
    boolean allTheirs =
        parts.stream().allMatch(part -> whosePart.of(award, part) == WhosePart.Answer.THEIRS);
    return allTheirs
        ? parts.stream().flatMap(part -> recipient(part).stream()).findFirst()
        : Optional.empty();
  }

  private static Optional<Recipient> recipient(Part part) {
    return switch (part.body()) {
      case Body.Held held ->
          Optional.of(new Recipient(RecipientOfPart.read(held.bytes()), part.learner()));
      case Body.Erased _ -> Optional.empty();
    };
  }

  private void seal(
      Award award, List<Part> parts, Recipient recipient, Ready ready, StatusPlace place) {
    Instant now = clock.instant();
    var issued =
        sealCredential.seal(
            new SealCredential.Decided(
                award.credentialId(),
                award.organisation(),
                ready.owner().name(),
                ready.signer(),
                ready.definition(),
                recipient.holder(),
                recipient.learnerRef(),
                earlier(award.completedAt(), now),
                null,
                EVIDENCE,
                null,
                completedStack(award, parts),
                null,
                place));
    awards.change(award.stack(), State.ISSUED, null, issued.id(), now);
    audit.recordBySystem(
        award.organisation(),
        "award.issued",
        "credential",
        issued.id(),
        Map.of("stack", award.stack(), "pathway", award.pathway()));
  }

  /** Services' clocks differ, and nothing is issued before it is earned. */
  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private CompletedStack completedStack(Award award, List<Part> parts) {
    return new CompletedStack(
        new org.mikromerit.credential.openbadge.Award(
            award.pathway(), award.pathwayVersion(), parts.stream().map(this::named).toList()),
        new CredentialIssuedV1.Award(
            award.stack(),
            award.pathway(),
            award.pathwayVersion(),
            award.attempt(),
            parts.stream().map(Part::credential).toList()));
  }

  private AwardPart named(Part part) {
    String title =
        issuableDefinitions
            .find(part.organisation(), part.definition(), part.definitionVersion())
            .map(definition -> definition.title().main())
            .orElse(null);
    return new AwardPart(new CredentialId(part.credential()), title, part.place().entries(address));
  }
}
