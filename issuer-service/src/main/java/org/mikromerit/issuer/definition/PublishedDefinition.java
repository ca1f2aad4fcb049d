package org.mikromerit.issuer.definition;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.credential.definition.GovernanceModel;

/**
 * A version of a definition that passed the rules; it never changes (PRV-7).
 *
 * @param governance the model that it was published under
 */
public record PublishedDefinition(
    UUID id,
    int version,
    UUID organisation,
    Draft content,
    GovernanceModel governance,
    Instant publishedAt) {}
