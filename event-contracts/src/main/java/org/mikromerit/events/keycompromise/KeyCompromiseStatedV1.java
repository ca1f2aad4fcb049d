package org.mikromerit.events.keycompromise;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A key was compromised, and these are credentials that it signed and that stood in the ledger
 * before; what it signed and what is in no part cannot be told from what a thief signs. All parts
 * with one {@code since} together are the whole set. No learner in it.
 *
 * @param since from when on the key proves nothing
 * @param part from 0
 * @param parts of the whole set, at least one
 * @param statement compact JWS (RFC 7515) by the registry, of type {@code
 *     mikromerit-key-compromise+jwt}; at most 900,000 characters
 */
public record KeyCompromiseStatedV1(
    UUID keyId, UUID organisationId, Instant since, int part, int parts, String statement)
    implements EventData {

  public KeyCompromiseStatedV1 {
    Bounds.present("keyId", keyId, "organisationId", organisationId, "since", since);
    Bounds.atLeast(0, "part", part);
    Bounds.atLeast(1, "parts", parts);
    Bounds.holds(part < parts, "part", "is not one of the parts");
    Bounds.signed("statement", statement);
  }

  @Override
  public EventType eventType() {
    return EventType.KEY_COMPROMISE_STATED_V1;
  }

  @Override
  public String subject() {
    return keyId + "." + part;
  }

  /** Each part by itself, or the broker would keep the last one alone. */
  @Override
  public String partitionKey() {
    return subject();
  }
}
