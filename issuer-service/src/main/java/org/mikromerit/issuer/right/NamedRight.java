package org.mikromerit.issuer.right;

import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.definition.Draft.Text;

/**
 * An issuing right as a person reads it.
 *
 * @param title of the definition's newest version; null before the first
 * @param creatorName by the register; null where it has told of none
 * @param holderName likewise
 */
public record NamedRight(
    IssuingRight right,
    @Nullable Text title,
    @Nullable String creatorName,
    @Nullable String holderName) {}
