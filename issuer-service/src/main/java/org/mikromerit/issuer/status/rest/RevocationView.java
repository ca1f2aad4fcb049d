package org.mikromerit.issuer.status.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.RevocationReason;

/** How the credential stands now. */
record RevocationView(UUID id, CredentialStatus status, RevocationReason reason, Instant since) {}
