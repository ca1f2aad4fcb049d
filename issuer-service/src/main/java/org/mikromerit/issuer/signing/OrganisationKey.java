package org.mikromerit.issuer.signing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public side of an organisation's key.
 *
 * @param verificationMethod as proofs name it
 * @param validUntil when it was replaced; null while it signs
 * @param revokedAt from when on it proves nothing; null if it was never compromised
 */
public record OrganisationKey(
    UUID id,
    UUID organisation,
    String verificationMethod,
    String publicKeyMultibase,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt) {}
