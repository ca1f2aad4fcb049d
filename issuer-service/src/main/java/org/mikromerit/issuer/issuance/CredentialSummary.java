package org.mikromerit.issuer.issuance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;

/** What a list says of a credential: nothing of the person. */
public record CredentialSummary(
    UUID id,
    UUID definition,
    int definitionVersion,
    Instant awardedAt,
    Instant issuedAt,
    CredentialStatus status,
    @Nullable String externalReference) {}
