package org.mikromerit.credential.jsonld;

import org.mikromerit.credential.jsonld.NotCovered.Code;

/**
 * What the reading of JSON-LD may cost within one request, into however many documents somebody
 * divided it: each has bounds of its own, and there may be endorsements within credentials within a
 * presentation.
 */
public final class Work {

  // Of our own credentials, each has some hundred pieces and a few dozen steps.
  private static final int MOST_PIECES = 6_000;
  private static final int MOST_STEPS = 8_000;

  private static final ScopedValue<Work> CURRENT = ScopedValue.newInstance();

  private int pieces;
  private int steps;

  private Work() {}

  /** Does all of it on one account, or on the one that it is part of already. */
  public static <T, X extends Throwable> T together(ScopedValue.CallableOp<T, X> all) throws X {
    return CURRENT.isBound() ? all.call() : ScopedValue.where(CURRENT, new Work()).call(all);
  }

  /** Takes the pieces of a document that is to be expanded. */
  static void expand(int pieces) throws NotCovered {
    if (CURRENT.isBound() && (CURRENT.get().pieces += pieces) > MOST_PIECES) {
      throw new NotCovered(Code.TOO_COMPLEX, "", "too many objects and types in one request");
    }
  }

  /** Takes a step of canonicalisation; false if there is none left. */
  static boolean step() {
    return !CURRENT.isBound() || ++CURRENT.get().steps <= MOST_STEPS;
  }
}
