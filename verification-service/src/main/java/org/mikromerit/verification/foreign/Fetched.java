package org.mikromerit.verification.foreign;

import io.vertx.core.buffer.Buffer;
import java.util.Locale;

/** What came of asking for a document. */
sealed interface Fetched {

  /** It came, as anybody could have written it. */
  record Document(Buffer content) implements Fetched {}

  /** It did not. */
  record Failed(Reason reason) implements Fetched {}

  /**
   * Why a document did not come. Whether a name leads into our own network is told nobody: it is
   * unreachable like any other.
   */
  enum Reason {
    /** By the operator's settings nothing is fetched. */
    SWITCHED_OFF,
    /** The address is of a kind that is never called. */
    NOT_ALLOWED,
    /** Too much is being fetched already. */
    BUSY,
    UNREACHABLE,
    /** Something came that is no such document. */
    UNUSABLE;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
