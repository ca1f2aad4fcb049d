package org.mikromerit.credential.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.check.CredentialStatuses.Announced;
import org.mikromerit.credential.check.CredentialStatuses.Revoked;
import org.mikromerit.credential.check.CredentialStatuses.Standing;
import org.mikromerit.credential.check.CredentialStatuses.State;
import org.mikromerit.credential.check.CredentialStatuses.Suspended;
import org.mikromerit.credential.check.CredentialStatuses.Unknown;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.openbadge.CredentialFacts.StatusReference;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * Whether the credential was revoked or suspended, by its lists and by what its issuer announced.
 */
final class StatusCheck implements Check {

  static final int MOST_STATUSES = 8;

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
    if (credential.facts().statuses().size() > MOST_STATUSES) {
      return List.of(Finding.of(CheckName.STATUS, FindingCode.TOO_MANY_STATUSES));
    }
    Optional<CredentialStatuses.Answer> told =
        credential.facts().credentialId().map(announced::find);
    return told.isPresent() && told.get() instanceof Announced history
        ? announced(history, credential)
        : listed(
            credential, told.isPresent() && told.get() instanceof Unknown && isOurs(credential));
  }

  // What a program composed is announced by its list alone, and is in none of our own terms.
  private static boolean isOurs(Proven credential) {
    return JsonTree.texts(credential.document(), "@context").contains(PinnedContexts.MIKROMERIT);
  }

  private List<Finding> announced(Announced told, Proven credential) {
    Optional<State> then = told.at(credential.moment());
    Optional<State> since = told.changedSince(credential.moment());
    // That it stands, the lists must say too; that it stood, its later change says.
    boolean known = then.isPresent() && (!(then.get() instanceof Standing) || since.isPresent());
    List<Finding> findings =
        new ArrayList<>(known ? List.of(how(then.get())) : listed(credential, true));
    since.flatMap(StatusCheck::later).ifPresent(findings::add);
    return findings;
  }

  /** What is announced, as a finding of the status. */
  static Finding how(State state) {
    return switch (state) {
      case Standing(var since) ->
          finding(FindingCode.STATUS_STANDING, Optional.empty(), since.toString());
      case Revoked(var reason, var since) -> finding(FindingCode.REVOKED, reason, since.toString());
      case Suspended(var reason, var since) ->
          finding(FindingCode.SUSPENDED, reason, since.toString());
    };
  }

  private static Optional<Finding> later(State state) {
    return switch (state) {
      case Standing _ -> Optional.empty();
      case Revoked(var reason, var since) ->
          Optional.of(finding(FindingCode.REVOKED_LATER, reason, since.toString()));
      case Suspended(var reason, var since) ->
          Optional.of(finding(FindingCode.SUSPENDED_LATER, reason, since.toString()));
    };
  }

  private List<Finding> listed(Proven credential, boolean historyKnown) {
    List<Finding> findings = new ArrayList<>();
    credential
        .facts()
        .statuses()
        .forEach(status -> findings.add(listed(status, credential, historyKnown)));
    if (credential.showing().mayHide().contains(Withheld.STATUS)) {
      findings.add(Finding.of(CheckName.STATUS, FindingCode.STATUS_MAY_BE_WITHHELD));
    } else if (findings.isEmpty()) {
      findings.add(Finding.of(CheckName.STATUS, FindingCode.STATUS_NOT_OFFERED));
    }
    return findings;
  }

  private Finding listed(StatusReference status, Proven credential, boolean historyKnown) {
    if (status.entry().isEmpty()) {
      return new Finding(
          CheckName.STATUS,
          FindingCode.STATUS_TYPE_UNSUPPORTED,
          Map.of("type", Evidence.shorten(status.type())));
    }
    StatusLookup.Answer answer =
        lookup.look(
            status.entry().get(),
            Optional.of(credential.facts().issuer()),
            credential.moment(),
            historyKnown);
    return new Finding(CheckName.STATUS, answer.code(), answer.evidence());
  }

  private static Finding finding(FindingCode code, Optional<String> reason, String since) {
    Map<String, String> evidence = new HashMap<>();
    reason.ifPresent(text -> evidence.put("reason", text));
    evidence.put("since", since);
    return new Finding(CheckName.STATUS, code, evidence);
  }
}
