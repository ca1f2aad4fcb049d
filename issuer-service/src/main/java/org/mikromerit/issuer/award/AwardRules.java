package org.mikromerit.issuer.award;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps the organisations' award rules, one for each pathway. */
public interface AwardRules {

  void put(AwardRule rule);

  Optional<AwardRule> find(UUID organisation, UUID pathway);

  /** In order of pathway, after the given one. */
  List<AwardRule> list(UUID organisation, UUID after, int most);
}
