package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.issuer.issuance.IssueCredential;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.signing.Signers;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.vcapi.IssuerInstance.Naming;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.fault.FaultPoints;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.outbox.Outbox;
import org.mikromerit.kit.tenant.Caller;

/**
 * An organisation's program has a credential signed as it composed it. None of the platform's rules
 * for definitions is kept, so none of its terms may be in it. Where it is signed in the
 * organisation's name, the ledger is told its digest: by that it stands also if the key is lost.
 */
@ApplicationScoped
public class IssueGivenCredential {
  private final GivenCredentials credentials;
  private final Organisations organisations;
  private final Signers signers;
  private final PublicAddress address;
  private final Outbox outbox;
  private final FaultPoints faults;
  private final Audit audit;
  private final Caller caller;
  private final Ids ids;
  private final InstantSource clock;

  IssueGivenCredential(
      GivenCredentials credentials,
      Organisations organisations,
      Signers signers,
      PublicAddress address,
      Outbox outbox,
      FaultPoints faults,
      Audit audit,
      Caller caller,
      Ids ids,
      InstantSource clock) {
    this.credentials = credentials;
    this.organisations = organisations;
    this.signers = signers;
    this.address = address;
    this.outbox = outbox;
    this.faults = faults;
    this.audit = audit;
    this.caller = caller;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What is to be signed.
   *
   * @param name by which its status is to be set, where that is not its id
   */
  public record Order(JsonObject credential, Optional<String> name) {}

  /** What comes of it. */
  public sealed interface Outcome {}

  /** It is signed and kept, once the transaction commits. */
  // Never compared: the bytes are what is meant, not an object to equal.
  @SuppressWarnings("ArrayRecordComponent")
  public record Issued(UUID id, byte[] body) implements Outcome {}

  /** It is not signed. */
  public sealed interface Refused extends Outcome {

    /** The authority has not said that this organisation may issue, or no longer. */
    record MayNotIssue(IssueCredential.Refused because) implements Refused {}

    /** There is no key to sign with, or no list for the status. */
    record CannotSign() implements Refused {}

    /** It is not as a credential must be that this instance signs. */
    record NotFit(List<Unfit> faults) implements Refused {}
  }

  /**
   * Signs into a place that was taken for it, where the instance has a status; the place is used
   * only where this says Issued.
   */
  @Transactional
  public Outcome issue(IssuerInstance instance, Order order, Optional<StatusPlace> place) {
    var unauthorised = IssueCredential.unauthorised(organisations.find(instance.organisation()));
    if (unauthorised.isPresent()) {
      return new Refused.MayNotIssue(unauthorised.get());
    }
    Optional<Signer> signer =
        signers.of(instance.organisation(), instance.algorithm()).map(instance::named);
    boolean placed =
        instance.status() == place.isPresent()
            && (!instance.suspension() || place.get().suspensions() != null);
    if (signer.isEmpty() || !placed) {
      return new Refused.CannotSign();
    }
    UUID id = ids.next();
    Instant now = clock.instant();
    JsonObject credential = completed(instance, order.credential(), id, signer.get(), place);
    List<Unfit> unfit = FitToSign.faults(credential, instance, signer.get());
    return unfit.isEmpty()
        ? sign(instance, id, credential, order.name(), signer.get(), place, now)
        : new Refused.NotFit(unfit);
  }

  private Outcome sign(
      IssuerInstance instance,
      UUID id,
      JsonObject credential,
      Optional<String> name,
      Signer signer,
      Optional<StatusPlace> place,
      Instant now) {
    byte[] body;
    try {
      body = signer.signGiven(credential, instance.documentSigner(), now);
    } catch (NotCovered e) {
      return new Refused.NotFit(List.of(FitToSign.unfit(e)));
    }
    faults.here("after-signature");
    var given =
        new GivenCredentials.Given(
            id,
            instance.id(),
            instance.organisation(),
            name.or(() -> JsonTree.text(credential, "id")).orElse(null),
            signer.key().id(),
            body,
            now,
            place.orElse(null));
    credentials.add(given);
    if (instance.naming() == Naming.ORGANISATION) {
      outbox.announce(announcement(given), 1);
    }
    audit.recordFor(
        caller.subject(),
        instance.organisation(),
        "given-credential.issued",
        "given-credential",
        id,
        Map.of("instance", instance.id()));
    return new Issued(id, body);
  }

  private static GivenCredentialSignedV1 announcement(GivenCredentials.Given given) {
    return new GivenCredentialSignedV1(
        given.id(), given.organisation(), given.key(), given.digest(), given.issuedAt());
  }

  /** With what only the issuer knows: itself, and where the status is told. */
  private JsonObject completed(
      IssuerInstance instance,
      JsonObject given,
      UUID id,
      Signer signer,
      Optional<StatusPlace> place) {
    JsonObjectBuilder completed = JsonTree.object(given);
    if (!given.containsKey("issuer")) {
      completed.add("issuer", signer.did().value());
    }
    if (place.isPresent()) {
      if (!given.containsKey("id")) {
        // Without a name nobody could say later what is to be revoked.
        completed.add("id", new CredentialId(id).urn());
      }
      JsonArrayBuilder statuses = JsonTree.array();
      JsonTree.oneOrMany(given, "credentialStatus").forEach(statuses::add);
      entries(instance, place.get()).forEach(entry -> statuses.add(entry.json()));
      completed.add("credentialStatus", oneOrMany(statuses.build()));
    }
    return completed.build();
  }

  private List<StatusEntry> entries(IssuerInstance instance, StatusPlace place) {
    return place.entries(address).stream()
        .filter(entry -> entry.purpose() == StatusPurpose.REVOCATION || instance.suspension())
        .toList();
  }

  private static JsonValue oneOrMany(JsonArray statuses) {
    return statuses.size() == 1 ? statuses.getFirst() : statuses;
  }
}
