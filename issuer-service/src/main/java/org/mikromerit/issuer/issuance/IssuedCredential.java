package org.mikromerit.issuer.issuance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.issuer.status.StatusPlace;

/**
 * A credential as it was signed. The person stands in the body alone.
 *
 * @param learnerRef pseudonym of the identifier that it was issued to
 * @param body the exact signed bytes
 * @param digest SHA-256 of the body, in hexadecimal
 * @param issuingRight by which another's definition was issued; null for one's own
 */
// Never compared: the bytes are what is meant, not an object to equal.
@SuppressWarnings("ArrayRecordComponent")
public record IssuedCredential(
    UUID id,
    UUID organisation,
    UUID definition,
    int definitionVersion,
    String learnerRef,
    CredentialKind kind,
    CertificationLevel certificationLevel,
    UUID key,
    byte[] body,
    String digest,
    Instant awardedAt,
    Instant issuedAt,
    @Nullable String externalReference,
    @Nullable UUID issuingRight,
    StatusPlace place) {}
