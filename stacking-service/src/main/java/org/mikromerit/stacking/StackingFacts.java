package org.mikromerit.stacking;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.kit.chain.SealedTable;

/** What stacking never rewrites. */
@ApplicationScoped
class StackingFacts implements Facts {
  @Override
  public List<SealedTable> tables() {
    return List.of(
        SealedTable.of("pathway_version"),
        SealedTable.of("pathway_definition"),
        // It breaks and is whole again, and may turn out to be another's; what it was made of
        // stays.
        SealedTable.of("stack").except("sequence", "broken_because", "changed_at", "holder"),
        SealedTable.of("stack_change"));
  }
}
