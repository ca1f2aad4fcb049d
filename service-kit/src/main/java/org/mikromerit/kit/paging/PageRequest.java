package org.mikromerit.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Which part of a list is asked for: how many items, and after which one. */
public class PageRequest {
  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int LONGEST_CURSOR = 512;

  @QueryParam("limit")
  @Parameter(description = "How many items at most, 1 to 200; 50 unless told.", example = "50")
  @Nullable String limit;

  @QueryParam("after")
  @Parameter(description = "The cursor that the page before gave as `next`.")
  @Nullable String after;

  /** How many items, 1 to 200. */
  public int limit() {
    if (limit == null) {
      return USUAL;
    }
    try {
      int asked = Integer.parseInt(limit);
      if (asked >= 1 && asked <= MOST) {
        return asked;
      }
    } catch (NumberFormatException e) {
      // Answered below, with the bounds.
    }
    throw new ProblemException(
        Problems.invalidValue("limit", "limit is a whole number from 1 to " + MOST + "."));
  }

  /** The last item of the page before, as its cursor named it; null for the first page. */
  public @Nullable String after() {
    if (after == null || after.isEmpty()) {
      return null;
    }
    try {
      if (after.length() <= LONGEST_CURSOR) {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(after)))
            .toString();
      }
    } catch (IllegalArgumentException | CharacterCodingException e) {
      // Answered below.
    }
    throw badCursor();
  }

  /** The cursor as the number that it was made from; the given start where there is none. */
  public long afterPosition(long start) {
    String cursor = after();
    try {
      return cursor == null ? start : Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw badCursor();
    }
  }

  /** The cursor as the UUID that it was made from; the smallest UUID where there is none. */
  public java.util.UUID afterUuid() {
    String cursor = after();
    try {
      return cursor == null ? new java.util.UUID(0, 0) : java.util.UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw badCursor();
    }
  }

  /** The same for a list that may begin with the newest: the largest UUID where there is none. */
  public java.util.UUID uuid(boolean newestFirst) {
    return newestFirst && after() == null ? new java.util.UUID(-1, -1) : afterUuid();
  }

  private static ProblemException badCursor() {
    return new ProblemException(
        Problems.invalidValue("after", "after is the value that the page before gave as next."));
  }
}
