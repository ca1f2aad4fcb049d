package org.mikromerit.registry.publication;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;

/**
 * The public half of a key that an organisation's credentials are signed with.
 *
 * @param method as proofs name the key
 * @param validUntil when it was replaced; what it signed before still verifies
 * @param revokedAt from when on it proves nothing
 */
public record OrganisationKey(
    UUID id,
    UUID organisation,
    VerificationMethodId method,
    PublicKey key,
    String algorithm,
    Instant validFrom,
    @Nullable Instant validUntil,
    @Nullable Instant revokedAt) {}
