package org.mikromerit.issuer.vcapi.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/** An issuer instance. */
@Schema(name = "IssuerInstance")
record InstanceView(
    UUID id,
    String name,
    @Schema(description = "The issuer that its credentials name; another where the key is replaced")
        String issuer,
    KeyAlgorithm keyType,
    String cryptosuite,
    boolean status,
    boolean suspension,
    boolean open,
    Instant createdAt) {}
