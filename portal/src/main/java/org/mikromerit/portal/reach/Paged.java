package org.mikromerit.portal.reach;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as every service gives it.
 *
 * @param next where the next page begins; null at the end
 */
public record Paged<T>(List<T> items, @Nullable String next) {}
