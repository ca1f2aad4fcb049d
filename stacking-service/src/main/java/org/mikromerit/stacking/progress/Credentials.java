package org.mikromerit.stacking.progress;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.stacking.evaluation.Standing;
import org.mikromerit.stacking.pathway.OnPathway;
import org.mikromerit.stacking.pathway.PublishedPathway;

/** Our own copy of which credentials were issued and which of them stand. */
public interface Credentials {
  /**
   * Keeps issues, each of another credential; how one stands, where that was heard of before,
   * stays.
   *
   * @param learners whose each issue's reference is now
   * @return those whose issue was not known before
   */
  Set<UUID> keep(List<CredentialIssuedV1> issued, Map<String, String> learners);

  /**
   * Gives all that was issued to the reference to the learner.
   *
   * @return the definitions that it is of
   */
  Set<UUID> give(String reference, String learner);

  /**
   * Keeps whether each stands, also where its issue is not known yet.
   *
   * @return of those whose issue is known
   */
  Map<UUID, Issue> keepStatus(Map<UUID, Boolean> stands);

  /** Of a known credential: whose it is and what it is of. */
  record Issue(String learner, UUID definition) {}

  /**
   * Each one's standing credentials that may count on the pathway: never its own award. Who has
   * none is missing from the answer.
   *
   * @param asked who, and the version of the pathway that is meant
   */
  Map<OnPathway, List<Standing>> standing(Map<OnPathway, PublishedPathway> asked);

  /** Those of these credentials whose issue is known. */
  Map<UUID, Known> known(Collection<UUID> credentials);

  /** Whose a credential is, and whether it stands. */
  record Known(String learner, boolean stands) {
    public boolean standsFor(String whom) {
      return stands && learner.equals(whom);
    }
  }

  /**
   * The learners, after the given one, who hold a credential that may stack of any of these
   * definitions.
   */
  List<String> learnersHolding(Collection<UUID> definitions, String afterLearner, int limit);
}
