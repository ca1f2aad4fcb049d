package org.mikromerit.credential.openbadge;

import java.util.Optional;

/**
 * What a document says of who vouches for the quality, as written; empty where it says nothing.
 *
 * @param type such as {@code third-party}
 * @param validUntil the last day
 */
public record ClaimedAssurance(
    Optional<String> type,
    Optional<String> body,
    Optional<String> reference,
    Optional<String> validUntil) {}
