package org.mikromerit.issuer;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.kit.chain.Facts;
import org.mikromerit.kit.chain.NotedTable;
import org.mikromerit.kit.chain.SealedTable;

/**
 * What the issuer never rewrites. Bodies are not here: they are deleted with their learner's key,
 * and the digests of what was signed are.
 */
@ApplicationScoped
class IssuerFacts implements Facts {
  @Override
  public List<SealedTable> tables() {
    return List.of(
        SealedTable.of("definition_version"),
        SealedTable.of("credential"),
        // How it stands moves on, its place in the list never does; every change is a fact below.
        SealedTable.of("credential_status")
            .except("status", "suspended", "reason", "since", "sequence"),
        SealedTable.of("status_change"),
        // Places are handed out, never taken back.
        SealedTable.of("status_list").except("handed_out"),
        SealedTable.of("first_issue"),
        SealedTable.of("given_credential"),
        SealedTable.of("given_credential_status").except("revoked_at", "suspended"),
        SealedTable.of("issuer_instance"),
        // Its terms of now; all that it ever had are facts below.
        SealedTable.of("issuing_right")
            .except(
                "sequence",
                "state",
                "decided_at",
                "versions",
                "valid_from",
                "valid_until",
                "reason"),
        SealedTable.of("issuing_right_terms"),
        // Closed by a date, once.
        SealedTable.of("signing_key").except("valid_until", "revoked_at", "sequence"),
        SealedTable.of("installation"));
  }

  @Override
  public List<NotedTable> noted() {
    return List.of(
        new NotedTable("signing_key", "id"), new NotedTable("status_list_publication", "list"));
  }
}
