package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.status.VerifiedStatusList;

/** What a list that we hold says of one entry, as the code of a status finding. */
final class StatusLookup {

  private final StatusLists lists;

  StatusLookup(StatusLists lists) {
    this.lists = lists;
  }

  /** A code of the status check, with what it rests on. */
  record Answer(FindingCode code, Map<String, String> evidence) {}

  /**
   * Looks the entry's bit up.
   *
   * @param issuer whose list it must be; empty if anybody's will do whom we know to have signed it
   * @param historyKnown whether we would know of a suspension that was lifted again
   */
  Answer look(StatusEntry entry, Optional<Did> issuer, Moment moment, boolean historyKnown) {
    return switch (lists.find(entry.list())) {
      case StatusLists.Unknown _ -> answer(FindingCode.STATUS_LIST_UNKNOWN, entry);
      case StatusLists.Unavailable _ -> answer(FindingCode.STATUS_LIST_UNAVAILABLE, entry);
      case StatusLists.Held(VerifiedStatusList list, Optional<Instant> told) ->
          told.filter(then -> then.isBefore(moment.asOf()))
              .map(then -> then(look(entry, list, issuer, Moment.now(then), false), then))
              .orElseGet(() -> look(entry, list, issuer, moment, historyKnown && told.isEmpty()));
    };
  }

  /** Only what was revoked stays so; of the rest an old list tells how it was. */
  private static Answer then(Answer answer, Instant then) {
    if (answer.code() != FindingCode.STATUS_STANDING) {
      return answer;
    }
    Map<String, String> evidence = new TreeMap<>(answer.evidence());
    evidence.put("asOf", then.toString());
    return new Answer(FindingCode.STATUS_STOOD_THEN, evidence);
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
    Answer told = answer(code(bit.getAsInt(), entry, verified, moment, historyKnown), entry);
    Map<String, String> evidence = new TreeMap<>(told.evidence());
    evidence.put("listIssuedAt", list.validFrom().toString());
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

  private static Answer answer(FindingCode code, StatusEntry entry) {
    return new Answer(code, Map.of("list", Evidence.shorten(entry.list().toString())));
  }
}
