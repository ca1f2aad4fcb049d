package org.mikromerit.registry.learner;

/**
 * An identifier that somebody else than the learner vouches for.
 *
 * @param ref the reference made from it; the identifier itself goes no further
 */
public record VerifiedIdentifier(String ref, IdentifierKind kind) {}
