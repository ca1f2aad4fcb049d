package org.mikromerit.credential.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;

/**
 * Whether each credential that an award rests on still stands. Says nothing of credentials that are
 * no awards.
 */
final class PartsCheck implements Check {

  private final CredentialStatuses announced;
  private final StatusLookup lookup;

  PartsCheck(CredentialStatuses announced, StatusLookup lookup) {
    this.announced = announced;
    this.lookup = lookup;
  }

  @Override
  public CheckName name() {
    return CheckName.PARTS;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    return credential.facts().parts().stream().map(part -> part(part, credential)).toList();
  }

  private Finding part(PartReference part, Proven credential) {
    CredentialStatuses.Answer answer =
        part.credentialId().map(announced::find).orElseGet(CredentialStatuses.Unknown::new);
    return switch (answer) {
      case CredentialStatuses.Announced told ->
          told.at(credential.moment())
              .map(state -> announced(part, state))
              .orElseGet(() -> listed(part, credential, FindingCode.PART_UNKNOWN));
      case CredentialStatuses.Unknown _ -> listed(part, credential, FindingCode.PART_UNKNOWN);
      case CredentialStatuses.Unavailable _ ->
          listed(part, credential, FindingCode.PART_STATUS_UNAVAILABLE);
    };
  }

  private static Finding announced(PartReference part, CredentialStatuses.State state) {
    return switch (state) {
      case CredentialStatuses.Standing _ -> finding(part, FindingCode.PART_STANDING);
      case CredentialStatuses.Revoked(var reason, var since) ->
          finding(part, FindingCode.PART_REVOKED, reason, since.toString());
      case CredentialStatuses.Suspended(var reason, var since) ->
          finding(part, FindingCode.PART_SUSPENDED, reason, since.toString());
    };
  }

  // The award says where the part's status is told; whose list that is was vouched for by the
  // award's own issuer.
  private Finding listed(PartReference part, Proven credential, FindingCode otherwise) {
    return part.status()
        .flatMap(status -> status.entry())
        .map(entry -> lookup.look(entry, Optional.empty(), credential.moment()).code())
        .map(
            code ->
                switch (code) {
                  case STATUS_STANDING -> FindingCode.PART_STANDING;
                  case STATUS_STOOD_THEN -> FindingCode.PART_STOOD_THEN;
                  case REVOKED -> FindingCode.PART_REVOKED;
                  case SUSPENDED -> FindingCode.PART_SUSPENDED;
                  default -> otherwise;
                })
        .map(code -> finding(part, code))
        .orElseGet(() -> finding(part, otherwise));
  }

  private static Finding finding(PartReference part, FindingCode code) {
    return new Finding(CheckName.PARTS, code, Map.of("part", Evidence.shorten(part.id())));
  }

  private static Finding finding(
      PartReference part, FindingCode code, Optional<String> reason, String since) {
    Map<String, String> evidence = new HashMap<>();
    evidence.put("part", Evidence.shorten(part.id()));
    evidence.put("since", since);
    reason.ifPresent(text -> evidence.put("reason", text));
    return new Finding(CheckName.PARTS, code, evidence);
  }
}
