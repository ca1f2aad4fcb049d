package org.mikromerit.portal.pathway;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Status;

/**
 * A line of a pathway's rule.
 *
 * @param number its place among the others, such as 2.1; empty for the whole
 * @param depth 0 for the whole
 * @param form whether all, some, or it itself is asked for, where we know that
 * @param needed how many of what is below it; 1 for a part
 * @param below how many lines are directly below it
 * @param part of what it asks for a credential; null for a group
 * @param found how far somebody is; null where nobody's progress is shown
 */
public record Step(
    String number,
    int depth,
    Form form,
    int needed,
    int below,
    @Nullable Named part,
    @Nullable Found found) {

  public boolean group() {
    return form == Form.ALL || form == Form.SOME;
  }

  /** Whether it asks for something that this page has no words for. */
  public boolean unknown() {
    return form == Form.OTHER;
  }

  /** Where the register tells more of it; null where it does not. */
  public @Nullable String link() {
    return part == null || !part.known()
        ? null
        : "/register/definitions/" + part.id() + "/" + part.version();
  }

  /** What a line asks for. */
  public enum Form {
    ALL,
    SOME,
    PART,
    /** What a newer stacking service knows, and we do not. */
    OTHER
  }

  /**
   * A definition.
   *
   * @param version its newest; 0 where the register does not know it, or does not answer
   */
  public record Named(UUID id, int version, String title) {
    public boolean known() {
      return version > 0;
    }
  }

  /** How a line stands for somebody. */
  public enum Standing {
    MET(Status.GOOD),
    MISSING(Status.WARNING),
    /** It is missing, and what it belongs to is met without it. */
    NOT_NEEDED(null);

    private final @Nullable Status status;

    Standing(@Nullable Status status) {
      this.status = status;
    }

    /** Null where it is neither good nor bad. */
    public @Nullable Status status() {
      return status;
    }
  }

  /**
   * How far somebody is with it.
   *
   * @param by the credentials that satisfy it
   * @param more how many more of what is below it are needed
   * @param missing of which nothing stands
   */
  public record Found(Standing standing, List<UUID> by, int more, List<Named> missing) {}
}
