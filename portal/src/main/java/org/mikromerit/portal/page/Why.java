package org.mikromerit.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * Why a service said no, for which there are words in each language: the name of a problem's type,
 * or the code of one thing that was wrong.
 */
public enum Why {
  ORGANISATION_NOT_AUTHORISED,
  AUTHORISATION_WITHDRAWN,
  ISSUING_RIGHT_MISSING,
  ISSUING_RIGHT_ENDED,
  ISSUING_RIGHT_EXISTS,
  ISSUING_RIGHT_OVER,
  ISSUING_RIGHTS_TOO_MANY,
  NOT_FOUND,
  NAME_TAKEN,
  DEFINITION_INCOMPLETE,
  CREDENTIAL_INCOMPLETE,
  CREDENTIAL_NOT_FIT,
  ALREADY_REVOKED,
  ALREADY_SUSPENDED,
  NOT_SUSPENDED,
  NOT_SUSPENDABLE,
  CHANGED_TOO_OFTEN,
  ERASED,
  IDEMPOTENCY_KEY_REUSED,
  BATCH_COLUMNS,
  BATCH_EMPTY,
  BATCH_UNREADABLE,
  BATCH_TOO_LONG,
  BATCH_ENDED,
  TOO_MANY_BATCHES,
  WORKBOOKS_BUSY,
  TOO_LARGE,
  UNSUPPORTED_MEDIA_TYPE,
  OVERLOADED,
  UNAVAILABLE,
  FORBIDDEN,
  TENANT_MISMATCH,
  TOO_MANY_CELLS,
  REFERENCE_MISSING,
  STANDARD_ELEMENT_MISSING,
  AWARDED_IN_FUTURE,
  EVIDENCE_MISSING,
  ALREADY_ISSUED,
  REPEATED_ROW,
  INTERNAL_ERROR,
  /** What the service says about it tells more. */
  INVALID_VALUE,
  /** One that came after this page was written, or that no form here comes to. */
  OTHER;

  /**
   * By a code, or by a problem's type, of which the name after the last slash counts.
   *
   * @param code null where a service gave none
   */
  public static Why of(@Nullable String code) {
    return Coded.of(
        Why.class, code == null ? null : code.substring(code.lastIndexOf('/') + 1), OTHER);
  }

  /**
   * Whether the service's own words belong beside these: they name the rule, or somebody's reason.
   */
  public boolean toldByService() {
    return switch (this) {
      case INVALID_VALUE, OTHER, AUTHORISATION_WITHDRAWN, ISSUING_RIGHT_ENDED -> true;
      default -> false;
    };
  }
}
