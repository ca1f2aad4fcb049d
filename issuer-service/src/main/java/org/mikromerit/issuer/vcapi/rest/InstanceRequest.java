package org.mikromerit.issuer.vcapi.rest;

import org.jspecify.annotations.Nullable;
import org.mikromerit.events.organisationkey.KeyAlgorithm;

/**
 * An issuer instance to set up.
 *
 * @param name of 1 to 40 lower-case letters, digits and hyphens
 * @param keyType Ed25519 where it is left out
 * @param did {@code web}, which it is where it is left out, or {@code key}
 * @param cryptosuite the key's RDFC suite where it is left out
 * @param status whether what it issues can be revoked; only with {@code web}
 * @param suspension whether it can be suspended too, which puts a second entry into it; only with a
 *     status
 * @param open whether everybody may use it; only in the open test profile
 */
record InstanceRequest(
    @Nullable String name,
    @Nullable KeyAlgorithm keyType,
    @Nullable String did,
    @Nullable String cryptosuite,
    @Nullable Boolean status,
    @Nullable Boolean suspension,
    @Nullable Boolean open) {
  static final String EXAMPLE =
      """
      {"name": "p256-with-status", "keyType": "P-256", "did": "web", "cryptosuite": "ecdsa-rdfc-2019", "status": true}
      """;
}
