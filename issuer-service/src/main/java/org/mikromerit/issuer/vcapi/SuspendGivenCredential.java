package org.mikromerit.issuer.vcapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.status.StatusLists;
import org.mikromerit.issuer.vcapi.GivenCredentials.Standing;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.tenant.Caller;

/**
 * A program lets what it had signed count for nothing for the time being, or count again, by its
 * name. What was signed several times under one name is suspended as one.
 */
@ApplicationScoped
public class SuspendGivenCredential {
  private static final int MOST = 1000;

  private final GivenCredentials credentials;
  private final StatusLists lists;
  private final PublicAddress address;
  private final Audit audit;
  private final Caller caller;

  SuspendGivenCredential(
      GivenCredentials credentials,
      StatusLists lists,
      PublicAddress address,
      Audit audit,
      Caller caller) {
    this.credentials = credentials;
    this.lists = lists;
    this.address = address;
    this.audit = audit;
    this.caller = caller;
  }

  /**
   * Sets the status of purpose suspension.
   *
   * @param entry whose list tells it; of several by one name only that one is meant
   * @param suspended false lifts it
   */
  @Transactional
  public GivenStatusOutcome set(
      IssuerInstance instance, String name, Optional<StatusEntry> entry, boolean suspended) {
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
    if (!instance.suspension()) {
      return GivenStatusOutcome.NOT_SUSPENDABLE;
    }
    if (found.stream().anyMatch(Standing::revoked)) {
      return GivenStatusOutcome.ALREADY_REVOKED;
    }
    List<Standing> others = found.stream().filter(each -> each.suspended() != suspended).toList();
    for (Standing each : others) {
      credentials.suspend(each.credential(), suspended);
      audit.recordFor(
          caller.subject(),
          instance.organisation(),
          suspended ? "given-credential.suspended" : "given-credential.reinstated",
          "given-credential",
          each.credential(),
          Map.of("instance", instance.id()));
    }
    others.stream()
        .flatMap(SuspendGivenCredential::lists)
        .distinct()
        .sorted()
        .forEach(lists::markChanged);
    return GivenStatusOutcome.SET;
  }

  /** That of revocations too: its token tells of both. */
  private static Stream<UUID> lists(Standing standing) {
    return Stream.of(standing.place().list(), standing.place().suspensions())
        .filter(Objects::nonNull);
  }
}
