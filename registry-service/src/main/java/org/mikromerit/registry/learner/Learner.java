package org.mikromerit.registry.learner;

import java.util.List;
import java.util.UUID;

/** A person who learns, under a random id, with the references that are theirs now. */
public record Learner(UUID id, List<LearnerLink> links) {

  public Learner {
    links = List.copyOf(links);
  }

  public List<String> refs() {
    return links.stream().map(LearnerLink::ref).toList();
  }
}
