package org.mikromerit.credential.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.check.CredentialStatuses.Announced;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;
import org.mikromerit.credential.openbadge.CredentialFacts.StatusReference;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * Whether each credential that an award rests on still stands. Says nothing of credentials that are
 * no awards.
 */
final class PartsCheck implements Check {

  /** Of a part's several statuses the gravest counts. */
  private static final List<Outcome> GRAVITY =
      List.of(Outcome.PASSED, Outcome.WARNING, Outcome.UNDECIDED, Outcome.FAILED);

  private final CredentialStatuses announced;
  private final StatusLookup lookup;
  private final Issuers issuers;

  PartsCheck(CredentialStatuses announced, StatusLookup lookup, Issuers issuers) {
    this.announced = announced;
    this.lookup = lookup;
    this.issuers = issuers;
  }

  @Override
  public CheckName name() {
    return CheckName.PARTS;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    List<Finding> findings = new ArrayList<>();
    credential.facts().parts().forEach(part -> findings.add(part(part, credential)));
    if (mayHideOne(credential)) {
      findings.add(Finding.of(CheckName.PARTS, FindingCode.PART_MAY_BE_WITHHELD));
    }
    return findings;
  }

  // A part is a word of our own context. Who is in the register signs by this program alone, which
  // lets a holder keep other evidence back and never a part (decision 16).
  private boolean mayHideOne(Proven credential) {
    return credential.showing().mayHide().contains(Withheld.PARTS)
        && JsonTree.texts(credential.document(), "@context").contains(PinnedContexts.MIKROMERIT)
        && !(issuers.find(credential.facts().issuer()) instanceof Issuers.Listed);
  }

  private Finding part(PartReference part, Proven credential) {
    CredentialStatuses.Answer answer =
        part.credentialId().map(announced::find).orElseGet(CredentialStatuses.Unknown::new);
    return switch (answer) {
      case Announced told -> announced(told, part, credential);
      case CredentialStatuses.Unknown _ -> listed(part, credential, FindingCode.PART_UNKNOWN);
      case CredentialStatuses.Unavailable _ ->
          listed(part, credential, FindingCode.PART_STATUS_UNAVAILABLE);
    };
  }

  // That it stands, its lists must say too if it has any; that it stood, its later change says.
  private Finding announced(Announced told, PartReference part, Proven credential) {
    return told.at(credential.moment())
        .filter(
            state ->
                !(state instanceof CredentialStatuses.Standing)
                    || told.changedSince(credential.moment()).isPresent()
                    || part.statuses().isEmpty())
        .map(state -> announced(part, state))
        .orElseGet(() -> listed(part, credential, FindingCode.PART_UNKNOWN));
  }

  private static Finding announced(PartReference part, CredentialStatuses.State state) {
    return switch (state) {
      case CredentialStatuses.Standing(var since) ->
          finding(part, FindingCode.PART_STANDING, Optional.empty(), since.toString());
      case CredentialStatuses.Revoked(var reason, var since) ->
          finding(part, FindingCode.PART_REVOKED, reason, since.toString());
      case CredentialStatuses.Suspended(var reason, var since) ->
          finding(part, FindingCode.PART_SUSPENDED, reason, since.toString());
    };
  }

  // The award says where the part's status is told; whose list that is was vouched for by the
  // award's own issuer.
  private Finding listed(PartReference part, Proven credential, FindingCode otherwise) {
    List<StatusReference> statuses = part.statuses();
    if (statuses.isEmpty() || statuses.size() > StatusCheck.MOST_STATUSES) {
      return finding(part, otherwise);
    }
    return statuses.stream()
        .map(status -> listed(status, credential, otherwise))
        .max(Comparator.comparing(code -> GRAVITY.indexOf(code.outcome())))
        .map(code -> finding(part, code))
        .orElseThrow();
  }

  private FindingCode listed(StatusReference status, Proven credential, FindingCode otherwise) {
    return status
        .entry()
        .map(
            entry ->
                lookup
                    .look(
                        entry,
                        Optional.empty(),
                        credential.moment(),
                        otherwise == FindingCode.PART_UNKNOWN)
                    .code())
        .map(
            code ->
                switch (code) {
                  case STATUS_STANDING -> FindingCode.PART_STANDING;
                  case STATUS_STOOD_THEN -> FindingCode.PART_STOOD_THEN;
                  case REVOKED -> FindingCode.PART_REVOKED;
                  case SUSPENDED -> FindingCode.PART_SUSPENDED;
                  default -> otherwise;
                })
        .orElse(otherwise);
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
