package org.mikromerit.kit.sql;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The columns of rows, as the arrays that a statement for all of them unnests. */
public final class Columns<R> {
  private final List<R> rows;

  private Columns(List<R> rows) {
    this.rows = rows;
  }

  public static <R> Columns<R> of(List<R> rows) {
    return new Columns<>(rows);
  }

  public UUID[] uuids(Function<R, @Nullable UUID> value) {
    return column(value, UUID[]::new);
  }

  public String[] texts(Function<R, @Nullable String> value) {
    return column(value, String[]::new);
  }

  public Long[] numbers(Function<R, @Nullable Long> value) {
    return column(value, Long[]::new);
  }

  public OffsetDateTime[] times(Function<R, @Nullable Instant> value) {
    return column(
        row -> {
          Instant time = value.apply(row);
          return time == null ? null : time.atOffset(ZoneOffset.UTC);
        },
        OffsetDateTime[]::new);
  }

  public byte[][] bytes(Function<R, byte @Nullable []> value) {
    return column(value, byte[][]::new);
  }

  private <T> T[] column(Function<R, @Nullable T> value, IntFunction<T[]> array) {
    return rows.stream().map(value).toArray(array);
  }
}
