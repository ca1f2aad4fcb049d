package org.mikromerit.issuer.status.rest;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.StatusReason;

/** How the credential stands now, and why. */
record StatusView(UUID id, CredentialStatus status, StatusReason reason, Instant since) {}
