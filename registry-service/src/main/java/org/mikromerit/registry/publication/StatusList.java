package org.mikromerit.registry.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed list of status bits (Bitstring Status List 1.0).
 *
 * @param version one more with each signing
 * @param credential the signed list; its UTF-8 bytes are what was signed
 * @param validUntil after which it must not be relied on
 * @param token the same as a Token Status List; null where there is none
 */
public record StatusList(
    UUID id,
    UUID organisation,
    String purpose,
    int version,
    String credential,
    Instant issuedAt,
    Instant validUntil,
    @Nullable String token) {}
