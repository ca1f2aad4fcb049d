package org.mikromerit.portal.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a credential came to stand as it does. */
public enum StatusReason {
  ERROR,
  INTEGRITY_FINDING,
  WITHDRAWN_AUTHORISATION,
  KEY_COMPROMISE,
  SUPERSESSION,
  PART_NO_LONGER_STANDS,
  UNDER_INVESTIGATION,
  SUSPECTED_ERROR,
  HOLDER_REQUEST,
  CLEARED,
  SUSPENDED_IN_ERROR,
  REQUEST_WITHDRAWN,
  /** One that came after this page was written. */
  OTHER;

  /** As it is written over REST. */
  @JsonValue
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @JsonCreator
  public static StatusReason of(String code) {
    return Coded.of(StatusReason.class, code, OTHER);
  }
}
