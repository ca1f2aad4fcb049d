package org.mikromerit.issuer.status.rest;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.issuer.definition.Wording;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/**
 * Why a credential's status is changed.
 *
 * @param reason one of the codes that lead to the new status
 * @param note for the institution itself, at most 500 characters; told to nobody
 */
record ChangeRequest(@Nullable StatusReason reason, @Nullable String note) {
  static final String REVOCATION =
      """
      {"reason": "error", "note": "Entered for the wrong course"}
      """;
  static final String SUSPENSION =
      """
      {"reason": "under-investigation", "note": "Case 2026/14"}
      """;
  static final String REINSTATEMENT =
      """
      {"reason": "cleared"}
      """;

  private static final int LONGEST_NOTE = 500;

  /** A request without a body asks for nothing in particular. */
  static ChangeRequest orEmpty(@Nullable ChangeRequest request) {
    return request == null ? new ChangeRequest(null, null) : request;
  }

  /** The reason, which leads to the status. */
  StatusReason reasonFor(CredentialStatus status) {
    if (reason == null || !reason.leadsTo(status)) {
      throw new ProblemException(
          Problems.invalidValue(
              "/reason",
              StatusReason.leadingTo(status).stream()
                  .map(StatusReason::code)
                  .collect(joining(", ", "Give one of the reasons ", "."))));
    }
    return reason;
  }

  /** The note, which can be read. */
  @Nullable String readableNote() {
    if (note != null && (note.length() > LONGEST_NOTE || !Wording.isPlain(note))) {
      throw new ProblemException(
          Problems.invalidValue(
              "/note", "A note is text of at most " + LONGEST_NOTE + " characters."));
    }
    return note;
  }
}
