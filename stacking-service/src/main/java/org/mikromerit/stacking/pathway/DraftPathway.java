package org.mikromerit.stacking.pathway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;

/** An organisation begins a pathway. */
@ApplicationScoped
public class DraftPathway {
  private final Pathways pathways;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  DraftPathway(Pathways pathways, Audit audit, Ids ids, InstantSource clock) {
    this.pathways = pathways;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  public Pathway draft(UUID organisation, Title title, Rule rule) {
    Instant now = clock.instant();
    var pathway = new Pathway(ids.next(), organisation, title, rule, 0, now, now);
    pathways.add(pathway);
    audit.record("pathway-drafted", "pathway", pathway.id(), Map.of());
    return pathway;
  }
}
