package org.mikromerit.verification.trust;

import java.util.UUID;

/** Something about whom to trust is newly known; fired in the transaction that keeps it. */
public record TrustChanged(UUID organisation) {}
