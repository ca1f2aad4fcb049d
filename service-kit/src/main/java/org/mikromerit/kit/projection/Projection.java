package org.mikromerit.kit.projection;

import java.util.List;
import java.util.Set;
import org.mikromerit.events.Topic;

/**
 * A copy of what others own, made from nothing but their events: it can be thrown away and made
 * again. One application-scoped bean each. Ledgers, audits, keys, links and decisions are facts,
 * not projections; a handler that writes facts from the same topics must take an event twice.
 */
public interface Projection {

  /** Lower case letters and hyphens. */
  String name();

  /** The topics that it is made from, all of whose events are applied anew when it is rebuilt. */
  Set<Topic> topics();

  /** Its tables, those that refer to others first; the service's role may delete from them. */
  List<String> tables();

  /** Columns of a table that tell when a row was copied, not what it says. */
  default Set<String> localColumns(String table) {
    return Set.of();
  }

  /**
   * Columns of a table that are told on topics which forget: an examination compares them where the
   * topics still tell them.
   */
  default Set<String> forgottenColumns(String table) {
    return Set.of();
  }
}
