package org.mikromerit.kit.examination;

import org.jspecify.annotations.Nullable;

/**
 * Something that must hold of what a service keeps: one application-scoped bean each. It reads and
 * never writes, and it must not take what happens meanwhile for a violation.
 */
public interface Check {

  /** Lower case letters and hyphens. */
  String name();

  /**
   * Examines the next page, within a transaction of its own that is to be over in seconds.
   *
   * @param known the end of the chain as whoever asks remembers it; null where they do not
   * @param cursor that the page before gave; null for the first
   */
  CheckPage next(@Nullable Known known, @Nullable String cursor);

  /**
   * Throws away what was made for an examination that is over with this check: done with it, or
   * failed in it. Called once, on one replica, before another examination may begin.
   */
  default void end() {}

  /**
   * Lets go of what this process holds open from page to page. Called on every replica, again and
   * again, while there is nothing for it to examine.
   */
  default void rest() {}
}
