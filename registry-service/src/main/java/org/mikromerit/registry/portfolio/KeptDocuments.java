package org.mikromerit.registry.portfolio;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every document that a learner holds, for whoever examines them. */
public interface KeptDocuments {

  /** At most so many, in the order in which their entries were made, after the given one. */
  List<Kept> after(long entered, int most);

  /**
   * A document as it is kept.
   *
   * @param entered its entry's number
   * @param keyed whether its reference's key is said to be as old as the entry; one that was made
   *     later is of after an erasure
   * @param sealed null where it is not there
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Kept(
      long entered,
      String learnerRef,
      UUID credential,
      String digest,
      boolean keyed,
      byte @Nullable [] sealed) {}
}
