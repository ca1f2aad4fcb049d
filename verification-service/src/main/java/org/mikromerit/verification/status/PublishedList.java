package org.mikromerit.verification.status;

import java.time.Instant;
import java.util.UUID;

/**
 * A status list as it was announced, which makes it no list to rely on yet.
 *
 * @param document the signed list, byte for byte
 */
public record PublishedList(
    UUID id,
    UUID organisation,
    int version,
    String document,
    Instant issuedAt,
    Instant validUntil) {}
