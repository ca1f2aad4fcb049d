package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.issuance.IssueCredential;
import org.mikromerit.issuer.organisation.Organisations;
import org.mikromerit.issuer.signing.MakeKey;
import org.mikromerit.issuer.status.StatusConfig;
import org.mikromerit.issuer.vcapi.IssuerInstance.Form;
import org.mikromerit.issuer.vcapi.IssuerInstance.Naming;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** An organisation sets up a way in which its programs issue, with the key for it. */
@ApplicationScoped
public class MakeInstance {
  private static final int MOST = 50;

  private final IssuerInstances instances;
  private final Organisations organisations;
  private final MakeKey makeKey;
  private final OpenTestProfile openTestProfile;
  private final StatusConfig config;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  MakeInstance(
      IssuerInstances instances,
      Organisations organisations,
      MakeKey makeKey,
      OpenTestProfile openTestProfile,
      StatusConfig config,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.instances = instances;
    this.organisations = organisations;
    this.makeKey = makeKey;
    this.openTestProfile = openTestProfile;
    this.config = config;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** As in {@link IssuerInstance}. */
  public record Wanted(
      String name,
      KeyAlgorithm algorithm,
      Naming naming,
      Form form,
      boolean status,
      boolean suspension,
      boolean open) {}

  /** What comes of it. */
  public sealed interface Outcome {}

  public record Made(IssuerInstance instance) implements Outcome {}

  /** It is not set up. */
  public sealed interface Refused extends Outcome {

    /** The authority has not said that this organisation may issue, or no longer. */
    record MayNotIssue(IssueCredential.Refused because) implements Refused {}

    record NameTaken() implements Refused {}

    record TooMany(int most) implements Refused {}

    /** Lists are the organisation's, and tell nothing of what a bare key issued. */
    record StatusOfKey() implements Refused {}

    /** What has no status cannot be suspended, nor can anything where there are no such lists. */
    record NoSuspension() implements Refused {}

    /** Nobody issues for everybody outside the test profile. */
    record NotInTestProfile() implements Refused {}
  }

  @Transactional
  public Outcome make(UUID organisation, Wanted wanted) {
    var unauthorised = IssueCredential.unauthorised(organisations.find(organisation));
    if (unauthorised.isPresent()) {
      return new Refused.MayNotIssue(unauthorised.get());
    }
    if (wanted.open() && !openTestProfile.isOn()) {
      return new Refused.NotInTestProfile();
    }
    if (wanted.status() && wanted.naming() == Naming.KEY) {
      return new Refused.StatusOfKey();
    }
    if (wanted.suspension() && !(wanted.status() && config.suspension())) {
      return new Refused.NoSuspension();
    }
    if (instances.count(organisation) >= MOST) {
      return new Refused.TooMany(MOST);
    }
    var instance =
        new IssuerInstance(
            ids.next(),
            organisation,
            wanted.name(),
            wanted.algorithm(),
            wanted.naming(),
            wanted.form(),
            wanted.status(),
            wanted.suspension(),
            wanted.open(),
            clock.instant());
    if (!instances.addIfNew(instance)) {
      return new Refused.NameTaken();
    }
    makeKey.ifNone(organisation, wanted.algorithm());
    audit.record(
        "issuer-instance.made",
        "issuer-instance",
        instance.id(),
        Map.of("algorithm", wanted.algorithm().code(), "open", wanted.open()));
    return new Made(instance);
  }
}
