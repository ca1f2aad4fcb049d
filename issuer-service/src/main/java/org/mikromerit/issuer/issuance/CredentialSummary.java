package org.mikromerit.issuer.issuance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.issuer.definition.Draft.Text;

/**
 * What a list says of a credential: nothing of the person.
 *
 * @param title of the definition's version
 */
public record CredentialSummary(
    UUID id,
    UUID definition,
    int definitionVersion,
    Text title,
    Instant awardedAt,
    Instant issuedAt,
    CredentialStatus status,
    @Nullable String externalReference) {}
