package org.mikromerit.issuer.signing;

import java.util.UUID;

/** A key proves nothing more; fired in the transaction in which its organisation says so. */
public record KeyCompromised(UUID organisation) {}
