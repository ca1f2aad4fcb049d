package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.status.StatusLists;
import org.mikromerit.issuer.vcapi.GivenCredentials.Standing;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.tenant.Caller;

/**
 * A program takes back what it had signed, by its name; that is final. What was signed several
 * times under one name is taken back as one.
 */
@ApplicationScoped
public class RevokeGivenCredential {
  private static final int MOST = 1000;

  private final GivenCredentials credentials;
  private final StatusLists lists;
  private final PublicAddress address;
  private final Audit audit;
  private final Caller caller;
  private final InstantSource clock;

  RevokeGivenCredential(
      GivenCredentials credentials,
      StatusLists lists,
      PublicAddress address,
      Audit audit,
      Caller caller,
      InstantSource clock) {
    this.credentials = credentials;
    this.lists = lists;
    this.address = address;
    this.audit = audit;
    this.caller = caller;
    this.clock = clock;
  }

  /**
   * Sets the status of purpose revocation.
   *
   * @param entry whose list tells it; of several by one name only that one is meant
   * @param revoked false only confirms that it is not
   */
  @Transactional
  public GivenStatusOutcome set(
      IssuerInstance instance, String name, Optional<StatusEntry> entry, boolean revoked) {
    List<Standing> named = credentials.lock(instance.id(), name, MOST + 1);
    if (named.isEmpty()) {
      return GivenStatusOutcome.NO_SUCH_CREDENTIAL;
    }
    if (named.size() > MOST) {
      return GivenStatusOutcome.TOO_MANY;
    }
    List<Standing> found = named.stream().filter(each -> each.isToldBy(entry, address)).toList();
    if (found.isEmpty()) {
      return GivenStatusOutcome.ENTRY_DIFFERS;
    }
    if (!revoked) {
      return found.stream().anyMatch(Standing::revoked)
          ? GivenStatusOutcome.ALREADY_REVOKED
          : GivenStatusOutcome.SET;
    }
    Instant now = clock.instant();
    List<Standing> standing = found.stream().filter(each -> !each.revoked()).toList();
    for (Standing each : standing) {
      credentials.revoke(each.credential(), now);
      audit.recordFor(
          caller.subject(),
          instance.organisation(),
          "given-credential.revoked",
          "given-credential",
          each.credential(),
          Map.of("instance", instance.id()));
    }
    standing.stream()
        .map(each -> each.place().list())
        .distinct()
        .sorted()
        .forEach(lists::markChanged);
    return GivenStatusOutcome.SET;
  }
}
