package org.mikromerit.registry.organisation;

import java.time.Instant;
import java.util.UUID;

/**
 * A decision that one registrar has prepared and another has yet to take.
 *
 * @param number counts an organisation's proposals from 1
 * @param reason to be published with the decision
 * @param preparedBy the registrar's subject; never published
 */
public record Proposal(
    UUID organisation,
    int number,
    Verdict verdict,
    String reason,
    String preparedBy,
    Instant preparedAt) {}
