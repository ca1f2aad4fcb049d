package org.mikromerit.kit.sql;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import org.jdbi.v3.core.HandleScope;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whoever asks for a handle within another's callback gets that handle, as by default, but only in
 * the same transaction: what must commit by itself must not go over the connection of what may
 * still be rolled back.
 */
final class TransactionHandles implements HandleScope {
  private final TransactionSynchronizationRegistry transactions;

  // Not static: another Jdbi's handle is of another database.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Held> innermost = new ThreadLocal<>();

  TransactionHandles(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /** A handle, the transaction that it was opened in, and what was held before. */
  private record Held(@Nullable Object transaction, HandleSupplier handle, @Nullable Held before) {}

  @Override
  public @Nullable HandleSupplier get() {
    Held held = heldHere();
    return held == null ? null : held.handle();
  }

  @Override
  public void set(HandleSupplier handle) {
    innermost.set(new Held(transactions.getTransactionKey(), handle, innermost.get()));
  }

  @Override
  public void clear() {
    Held held = heldHere();
    if (held != null && held.before() != null) {
      innermost.set(held.before());
    } else if (held != null) {
      innermost.remove();
    }
  }

  private @Nullable Held heldHere() {
    Held held = innermost.get();
    return held != null && Objects.equals(held.transaction(), transactions.getTransactionKey())
        ? held
        : null;
  }
}
