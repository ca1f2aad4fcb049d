package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.status.ListedStatus;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.status.TokenStatusEntry;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.credential.status.VerifiedTokenList;

/** What a list that we hold says of one entry, as the code of a status finding. */
final class StatusLookup {

  private final StatusLists lists;

  StatusLookup(StatusLists lists) {
    this.lists = lists;
  }

  /** A code of the status check, with what it rests on. */
  record Answer(FindingCode code, Map<String, String> evidence) {}

  /**
   * Looks up what the list says.
   *
   * @param issuer whose list it must be; empty if anybody's will do whom we know to have signed it
   * @param historyKnown whether we would know of a suspension that was lifted again, if the list is
   *     one of our own issuers'
   */
  Answer look(ListedStatus entry, Optional<Did> issuer, Moment moment, boolean historyKnown) {
    return switch (entry) {
      case StatusEntry bit -> look(bit, issuer, moment, historyKnown);
      case TokenStatusEntry value -> look(value, issuer, moment, historyKnown);
    };
  }

  private Answer look(
      StatusEntry entry, Optional<Did> issuer, Moment moment, boolean historyKnown) {
    return switch (lists.find(entry.list())) {
      case StatusLists.Unknown _ -> answer(FindingCode.STATUS_LIST_UNKNOWN, entry);
      case StatusLists.Unavailable _ -> answer(FindingCode.STATUS_LIST_UNAVAILABLE, entry);
      case StatusLists.Held(VerifiedStatusList list, Optional<Told> told, boolean ofOurs) ->
          told.filter(then -> then.asOf().isBefore(moment.asOf()))
              .map(
                  then ->
                      then(look(entry, list, issuer, Moment.now(then.asOf()), false), then, moment))
              .orElseGet(() -> look(entry, list, issuer, moment, historyKnown && ofOurs));
    };
  }

  private Answer look(
      TokenStatusEntry entry, Optional<Did> issuer, Moment moment, boolean historyKnown) {
    return switch (lists.findToken(entry.list())) {
      case StatusLists.Unknown _ -> answer(FindingCode.STATUS_LIST_UNKNOWN, entry);
      case StatusLists.Unavailable _ -> answer(FindingCode.STATUS_LIST_UNAVAILABLE, entry);
      case StatusLists.HeldToken(VerifiedTokenList list, boolean ofOurs) ->
          look(entry, list, issuer, moment, historyKnown && ofOurs);
    };
  }

  private static Answer look(
      TokenStatusEntry entry,
      VerifiedTokenList list,
      Optional<Did> issuer,
      Moment moment,
      boolean historyKnown) {
    if (!list.url().equals(entry.list())
        || (issuer.isPresent() && !issuer.get().equals(list.issuer()))) {
      return answer(FindingCode.STATUS_LIST_FOREIGN, entry);
    }
    OptionalInt value = list.value(entry.index());
    if (value.isEmpty()) {
      return answer(FindingCode.STATUS_INDEX_OUT_OF_RANGE, entry);
    }
    return dated(
        answer(code(value.getAsInt(), list, moment, historyKnown), entry), list.list().issuedAt());
  }

  // As for bits, with both purposes in one list.
  private static FindingCode code(
      int value, VerifiedTokenList list, Moment moment, boolean historyKnown) {
    if (moment.isPast() && moment.asOf().isBefore(list.list().issuedAt())) {
      return value == TokenStatuses.VALID && historyKnown
          ? FindingCode.STATUS_STANDING
          : FindingCode.STATUS_THEN_UNKNOWN;
    }
    if (value == TokenStatuses.INVALID) {
      return FindingCode.REVOKED;
    }
    if (list.isStale(moment.asOf())) {
      return FindingCode.STATUS_LIST_STALE;
    }
    return switch (value) {
      case TokenStatuses.VALID -> FindingCode.STATUS_STANDING;
      case TokenStatuses.SUSPENDED -> FindingCode.SUSPENDED;
      // What an application means by the others nobody told us.
      default -> FindingCode.STATUS_TYPE_UNSUPPORTED;
    };
  }

  /** Only what was revoked stays so; of the rest an old list tells how it was. */
  private static Answer then(Answer answer, Told then, Moment moment) {
    if (answer.code() != FindingCode.STATUS_STANDING) {
      return answer;
    }
    Map<String, String> evidence = new TreeMap<>(answer.evidence());
    evidence.put("asOf", then.asOf().toString());
    return new Answer(
        then.isTooOldAt(moment.asOf())
            ? FindingCode.STATUS_LIST_STALE
            : FindingCode.STATUS_STOOD_THEN,
        evidence);
  }

  private static Answer look(
      StatusEntry entry,
      VerifiedStatusList verified,
      Optional<Did> issuer,
      Moment moment,
      boolean historyKnown) {
    StatusListCredential list = verified.list();
    if (!list.url().equals(entry.list())
        || (issuer.isPresent() && !issuer.get().equals(list.issuer()))) {
      return answer(FindingCode.STATUS_LIST_FOREIGN, entry);
    }
    if (list.purpose() != entry.purpose()) {
      return answer(FindingCode.STATUS_PURPOSE_DIFFERS, entry);
    }
    var bit = verified.bit(entry.index());
    if (bit.isEmpty()) {
      return answer(FindingCode.STATUS_INDEX_OUT_OF_RANGE, entry);
    }
    return dated(
        answer(code(bit.getAsInt(), entry, verified, moment, historyKnown), entry),
        list.validFrom());
  }

  private static Answer dated(Answer told, Instant listIssuedAt) {
    Map<String, String> evidence = new TreeMap<>(told.evidence());
    evidence.put("listIssuedAt", listIssuedAt.toString());
    return new Answer(told.code(), evidence);
  }

  // A revocation in an old list is still one: revoked is final. Only "not revoked" grows stale. And
  // what a list does not call revoked was not before it either; what it does not call suspended was
  // not, if nothing was heard of a suspension. Of anything else it cannot tell the past.
  private static FindingCode code(
      int bit,
      StatusEntry entry,
      VerifiedStatusList verified,
      Moment moment,
      boolean historyKnown) {
    boolean isFinal = entry.purpose() == StatusPurpose.REVOCATION;
    if (moment.isPast() && moment.asOf().isBefore(verified.list().validFrom())) {
      return bit == 0 && (isFinal || historyKnown)
          ? FindingCode.STATUS_STANDING
          : FindingCode.STATUS_THEN_UNKNOWN;
    }
    if (bit == 1 && isFinal) {
      return FindingCode.REVOKED;
    }
    if (verified.isStale(moment.asOf())) {
      return FindingCode.STATUS_LIST_STALE;
    }
    return bit == 1 ? FindingCode.SUSPENDED : FindingCode.STATUS_STANDING;
  }

  private static Answer answer(FindingCode code, ListedStatus entry) {
    Map<String, String> evidence = new TreeMap<>();
    evidence.put("list", Evidence.shorten(entry.list().toString()));
    // Of a token's list there is but one for all purposes.
    if (entry instanceof StatusEntry bit) {
      evidence.put("purpose", bit.purpose().token());
    }
    return new Answer(code, evidence);
  }
}
