package org.mikromerit.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.kit.chain.NotedTable;
import org.mikromerit.kit.chain.SealedTable;

/**
 * What the registry never rewrites. Documents are not here: to erase them is to delete their key,
 * and an entry has its document's digest.
 */
@ApplicationScoped
class RegistryFacts implements Facts {
  @Override
  public List<SealedTable> tables() {
    return List.of(
        SealedTable.of("organisation_history"),
        SealedTable.of("application"),
        SealedTable.of("proposal"),
        SealedTable.of("proposal_closing"),
        SealedTable.of("accreditation"),
        SealedTable.of("accreditation_withdrawal"),
        SealedTable.of("ledger_entry").numberedBy("position"),
        SealedTable.of("trust_list_version"),
        SealedTable.of("learner"),
        SealedTable.of("learner_link"),
        SealedTable.of("portfolio_entry"),
        SealedTable.of("share"),
        SealedTable.of("share_credential"),
        SealedTable.of("share_view"),
        SealedTable.of("share_view_credential"),
        SealedTable.of("share_wrong_pin"),
        SealedTable.of("share_withdrawal"),
        SealedTable.of("trust_bundle"),
        SealedTable.of("trust_bundle_status"));
  }

  @Override
  public List<NotedTable> noted() {
    return List.of(
        new NotedTable("organisation", "id"), new NotedTable("key_compromise", "key_id"));
  }
}
