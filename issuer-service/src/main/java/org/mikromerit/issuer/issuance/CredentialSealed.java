package org.mikromerit.issuer.issuance;

import java.util.Optional;
import org.mikromerit.credential.sdjwt.SdJwt;

/**
 * A credential was signed and registered, in the transaction under way: told to whoever has
 * something to add to it, before its commit.
 *
 * @param disclosable the same credential, for its holder to show in parts, where it can be; it is
 *     kept nowhere here
 */
public record CredentialSealed(IssuedCredential credential, Optional<SdJwt> disclosable) {}
