package org.mikromerit.issuer.status;

import java.util.UUID;

/**
 * A credential that was suspended is now revoked; fired in the transaction that revokes it. To
 * stacking nothing changed, since it did not stand before either.
 */
public record SuspendedRevoked(UUID credential) {}
