package org.mikromerit.issuer.definition;

import java.time.Instant;
import java.util.UUID;

/**
 * A creator's definition: its draft, and how often it was published.
 *
 * @param newestVersion 0 before the first publication
 */
public record Definition(
    UUID id,
    UUID organisation,
    Draft draft,
    int newestVersion,
    Instant createdAt,
    Instant updatedAt) {}
