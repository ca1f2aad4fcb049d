package org.mikromerit.credential.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.openbadge.CredentialFacts.StatusReference;

/**
 * Whether the credential was revoked or suspended, by its lists and by what its issuer announced.
 */
final class StatusCheck implements Check {

  private static final int MOST_STATUSES = 8;

  private final StatusLookup lookup;
  private final CredentialStatuses announced;

  StatusCheck(StatusLookup lookup, CredentialStatuses announced) {
    this.lookup = lookup;
    this.announced = announced;
  }

  @Override
  public CheckName name() {
    return CheckName.STATUS;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    List<StatusReference> statuses = credential.facts().statuses();
    if (statuses.size() > MOST_STATUSES) {
      return List.of(Finding.of(CheckName.STATUS, FindingCode.TOO_MANY_STATUSES));
    }
    Optional<Finding> announcement = announcement(credential);
    if (announcement.isPresent()) {
      return List.of(announcement.get());
    }
    if (statuses.isEmpty()) {
      return List.of(Finding.of(CheckName.STATUS, FindingCode.STATUS_NOT_OFFERED));
    }
    List<Finding> findings = new ArrayList<>();
    statuses.forEach(status -> findings.add(listed(status, credential)));
    return findings;
  }

  private Optional<Finding> announcement(Proven credential) {
    return credential
        .facts()
        .credentialId()
        .flatMap(
            id ->
                switch (announced.find(id)) {
                  case CredentialStatuses.Revoked revoked ->
                      Optional.of(
                          finding(
                              FindingCode.REVOKED, revoked.reason(), revoked.since().toString()));
                  case CredentialStatuses.Suspended suspended ->
                      Optional.of(
                          finding(
                              FindingCode.SUSPENDED,
                              suspended.reason(),
                              suspended.since().toString()));
                  // The lists decide.
                  case CredentialStatuses.Standing _,
                      CredentialStatuses.Unknown _,
                      CredentialStatuses.Unavailable _ ->
                      Optional.empty();
                });
  }

  private Finding listed(StatusReference status, Proven credential) {
    if (status.entry().isEmpty()) {
      return new Finding(
          CheckName.STATUS,
          FindingCode.STATUS_TYPE_UNSUPPORTED,
          Map.of("type", Evidence.shorten(status.type())));
    }
    StatusLookup.Answer answer =
        lookup.look(
            status.entry().get(), Optional.of(credential.facts().issuer()), credential.now());
    return new Finding(CheckName.STATUS, answer.code(), answer.evidence());
  }

  private static Finding finding(FindingCode code, Optional<String> reason, String since) {
    Map<String, String> evidence = new HashMap<>();
    reason.ifPresent(text -> evidence.put("reason", text));
    evidence.put("since", since);
    return new Finding(CheckName.STATUS, code, evidence);
  }
}
