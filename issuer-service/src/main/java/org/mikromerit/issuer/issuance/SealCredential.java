package org.mikromerit.issuer.issuance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.Award;
import org.mikromerit.credential.openbadge.CredentialContent;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.Issuer;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.openbadge.UnderRight;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.kit.fault.FaultPoints;
import org.mikromerit.kit.outbox.Outbox;

/**
 * Composes, signs and registers credentials that were decided on. The rows with the signed bytes
 * and their announcements are written together; nothing is given out before the transaction's
 * commit.
 */
@ApplicationScoped
public class SealCredential {
  private final Credentials credentials;
  private final PublicAddress address;
  private final Outbox outbox;
  private final Event<CredentialSealed> sealed;
  private final FaultPoints faults;
  private final InstantSource clock;

  SealCredential(
      Credentials credentials,
      PublicAddress address,
      Outbox outbox,
      Event<CredentialSealed> sealed,
      FaultPoints faults,
      InstantSource clock) {
    this.credentials = credentials;
    this.address = address;
    this.outbox = outbox;
    this.sealed = sealed;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * What to sign, all of it decided.
   *
   * @param issuerName as the register knows the organisation
   * @param learnerRef pseudonym of the holder's identifier
   * @param awardedAt not later than now
   * @param award the completed pathway that it is for, where it is for one
   * @param underRight by which the organisation awards another's definition, where it is another's
   */
  public record Decided(
      UUID id,
      UUID organisation,
      String issuerName,
      Signer signer,
      Definition definition,
      Holder holder,
      String learnerRef,
      Instant awardedAt,
      @Nullable AssessmentResult result,
      @Nullable String evidenceStatement,
      @Nullable String externalReference,
      @Nullable CompletedStack award,
      @Nullable UnderRight underRight,
      StatusPlace place) {}

  /** The pathway that an award is for: as the document names it, and as it is announced. */
  public record CompletedStack(Award named, CredentialIssuedV1.Award announced) {}

  /** Registers it in the surrounding transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public IssuedCredential seal(Decided decided) {
    return seal(List.of(decided)).getFirst();
  }

  /** Registers them in the surrounding transaction; they come back in their order. */
  @Transactional(Transactional.TxType.MANDATORY)
  public List<IssuedCredential> seal(List<Decided> decided) {
    List<CredentialSealed> signed = decided.stream().map(this::sign).toList();
    List<IssuedCredential> issued = signed.stream().map(CredentialSealed::credential).toList();
    credentials.add(issued);
    faults.here("after-row");
    for (int i = 0; i < issued.size(); i++) {
      outbox.announce(announcement(issued.get(i), decided.get(i).award()), 1);
      sealed.fire(signed.get(i));
    }
    return issued;
  }

  private CredentialSealed sign(Decided decided) {
    Instant issuedAt = clock.instant();
    JsonObject document = OpenBadgeComposer.compose(content(decided, issuedAt));
    byte[] body = decided.signer().sign(document, issuedAt);
    Optional<SdJwt> disclosable = decided.signer().signDisclosable(document, issuedAt);
    faults.here("after-signature");
    return new CredentialSealed(issued(decided, issuedAt, body), disclosable);
  }

  private CredentialContent content(Decided decided, Instant issuedAt) {
    return new CredentialContent(
        new CredentialId(decided.id()),
        new Issuer(decided.signer().did(), decided.issuerName()),
        decided.definition(),
        decided.holder(),
        decided.awardedAt(),
        issuedAt,
        null,
        decided.result(),
        decided.place().entries(address),
        decided.award() == null ? null : decided.award().named(),
        decided.evidenceStatement(),
        decided.underRight());
  }

  private static IssuedCredential issued(Decided decided, Instant issuedAt, byte[] body) {
    Definition definition = decided.definition();
    return new IssuedCredential(
        decided.id(),
        decided.organisation(),
        definition.id(),
        definition.version(),
        decided.learnerRef(),
        CredentialKind.valueOf(definition.kind().name()),
        CertificationLevel.valueOf(definition.certificationLevel().name()),
        decided.signer().key().id(),
        body,
        Sha256.hex(body),
        decided.awardedAt(),
        issuedAt,
        decided.externalReference(),
        decided.underRight() == null ? null : decided.underRight().right(),
        decided.place());
  }

  private static CredentialIssuedV1 announcement(
      IssuedCredential issued, @Nullable CompletedStack award) {
    return new CredentialIssuedV1(
        issued.id(),
        issued.organisation(),
        issued.definition(),
        issued.definitionVersion(),
        issued.learnerRef(),
        issued.kind(),
        issued.certificationLevel(),
        issued.key(),
        issued.digest(),
        issued.awardedAt(),
        issued.issuedAt(),
        issued.place().list(),
        issued.place().index(),
        award == null ? null : award.announced(),
        issued.issuingRight());
  }
}
