package org.mikromerit.issuer.batch;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that was decided on.
 *
 * @param occasion of a dry run's row that could be issued; null for every other
 */
public record Decided(
    int number,
    RowState state,
    @Nullable UUID occasion,
    @Nullable UUID credential,
    List<RowReport.Problem> problems) {}
