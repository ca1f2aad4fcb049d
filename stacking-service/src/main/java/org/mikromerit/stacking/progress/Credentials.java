package org.mikromerit.stacking.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.PublishedPathway;

/** Our own copy of which credentials were issued and which of them stand. */
public interface Credentials {
  /**
   * Keeps an issue; how it stands, where that was heard of before, stays.
   *
   * @param learner whose the issue's reference is now
   */
  void keep(CredentialIssuedV1 issued, String learner);

  /**
   * Gives all that was issued to the reference to the learner.
   *
   * @return the definitions that it is of
   */
  Set<UUID> give(String reference, String learner);

  /**
   * Keeps whether it stands, also where its issue is not known yet.
   *
   * @return what is known of its issue
   */
  Optional<Issue> keepStatus(UUID credential, boolean stands);

  /** Of a known credential: whose it is and what it is of. */
  record Issue(String learner, UUID definition) {}

  /** Each learner's standing credentials that may count on the pathway: never its own award. */
  Map<String, List<Standing>> standing(PublishedPathway pathway, Collection<String> learners);

  /**
   * Of those of these credentials whose issue is known, whether they stand and are the learner's.
   */
  Map<UUID, Boolean> among(Collection<UUID> credentials, String learner);

  /**
   * The learners, after the given one, who hold a credential that may stack of any of these
   * definitions.
   */
  List<String> learnersHolding(Collection<UUID> definitions, String afterLearner, int limit);
}
