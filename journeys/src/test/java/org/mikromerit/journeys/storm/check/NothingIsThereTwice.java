package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mikromerit.journeys.storm.ClientJournal;

/** There are as many credentials as were asked for and earned, and not one more. */
final class NothingIsThereTwice implements Check {

  @Override
  public String question() {
    return "nothing was issued twice, or without being asked for";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    List<String> violations = new ArrayList<>();
    Set<String> unaccounted =
        Set.copyOf(aftermath.databases().rows("issuer", UNACCOUNTED, row -> row.getString(1)));
    Set<String> answered =
        aftermath.journal().issued().stream()
            .map(ClientJournal.Issued::credential)
            .collect(Collectors.toSet());
    if (answered.size() != aftermath.journal().issued().size()) {
      violations.add("one credential was given for two keys");
    }
    violations.addAll(Check.differences(answered, unaccounted));
    for (ClientJournal.BatchReceived batch : aftermath.journal().batches()) {
      long issued =
          aftermath
              .databases()
              .count(
                  "issuer",
                  "select count(distinct credential) from batch_row where state = 'ISSUED' and batch = '"
                      + batch.batch()
                      + "'");
      if (issued != batch.rows()) {
        violations.add("batch " + batch.batch() + " issued " + issued + " of " + batch.rows());
      }
    }
    return violations;
  }

  /** Of no batch and no award: what single requests brought. */
  private static final String UNACCOUNTED =
      """
      select id::text from credential c
      where not exists (select from batch_row r where r.credential = c.id)
        and not exists (select from award a where a.credential = c.id)
      """;
}
