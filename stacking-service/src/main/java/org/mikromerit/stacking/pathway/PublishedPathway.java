package org.mikromerit.stacking.pathway;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a pathway, which never changes again.
 *
 * @param version from 1
 */
public record PublishedPathway(
    UUID id, UUID organisation, int version, Title title, Rule rule, Instant publishedAt) {}
