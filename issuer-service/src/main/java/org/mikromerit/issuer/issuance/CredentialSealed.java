package org.mikromerit.issuer.issuance;

/**
 * A credential was signed and registered, in the transaction under way: told to whoever has
 * something to add to it, before its commit.
 */
public record CredentialSealed(IssuedCredential credential) {}
