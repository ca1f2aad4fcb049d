package org.mikromerit.registry.portfolio.rest;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.mikromerit.kit.paging.PageRequest;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.registry.portfolio.Portfolio.Place;

/** A place in the list as a cursor names it: when awarded, and which of those. */
final class Cursor {

  private Cursor() {}

  static String of(HeldView view) {
    return view.awardedAt() + " " + view.id();
  }

  static Place place(PageRequest page) {
    String cursor = page.after();
    if (cursor == null) {
      return Place.START;
    }
    try {
      int space = cursor.indexOf(' ');
      return new Place(
          Instant.parse(cursor.substring(0, Math.max(space, 0))),
          UUID.fromString(cursor.substring(space + 1)));
    } catch (DateTimeException | IllegalArgumentException _) {
      throw new ProblemException(
          Problems.invalidValue("after", "after is the value that the page before gave as next."));
    }
  }
}
