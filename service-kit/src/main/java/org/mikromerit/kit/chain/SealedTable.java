package org.mikromerit.kit.chain;

import java.util.Set;

/**
 * A table whose rows, once written, stay as they are. Names are code, never input.
 *
 * @param position the column that numbers its rows, each number once: generated always as identity
 * @param open columns that do change, and so are not sealed; all others are
 */
public record SealedTable(String name, String position, Set<String> open) {
  private static final String USUAL_POSITION = "entered";

  public SealedTable {
    open = Set.copyOf(open);
  }

  /** Sealed whole; its column {@code entered} numbers the rows. */
  public static SealedTable of(String name) {
    return new SealedTable(name, USUAL_POSITION, Set.of());
  }

  /** The same, its rows numbered by a column that was there before. */
  public SealedTable numberedBy(String column) {
    return new SealedTable(name, column, open);
  }

  /** The same without columns that change in a row's life; whoever calls this says why they may. */
  public SealedTable except(String... columns) {
    return new SealedTable(name, position, Set.of(columns));
  }

  /** A row's place, for whoever looks into what was found. */
  String row(long number) {
    return position + "=" + number;
  }
}
