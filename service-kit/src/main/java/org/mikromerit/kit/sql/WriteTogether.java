package org.mikromerit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes what a transaction adds to a table in one statement, just before it commits: a row costs a
 * fraction of a statement. For rows that nothing in the same transaction reads or refers to.
 */
@ApplicationScoped
public class WriteTogether {
  /** With so many they are written, and others gathered. */
  private static final int MOST = 500;

  private final TransactionSynchronizationRegistry transactions;

  WriteTogether(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  /**
   * Adds a row, which is written before the transaction commits; if that fails, nothing commits.
   *
   * @param write writes rows in their order; always the same object for one kind of row
   * @throws IllegalStateException outside a transaction
   */
  public <T> void add(Consumer<List<T>> write, T row) {
    List<T> rows = gathered(write);
    rows.add(row);
    if (rows.size() == MOST) {
      write(write, rows);
    }
  }

  // Under one writer lies the list that was put there for it.
  @SuppressWarnings("unchecked")
  private <T> List<T> gathered(Consumer<List<T>> write) {
    Object known = transactions.getResource(write);
    if (known != null) {
      return (List<T>) known;
    }
    var rows = new ArrayList<T>();
    transactions.putResource(write, rows);
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
              write(write, rows);
            }
            // It takes no more rows: who comes after this fails, rather than being left out.
            transactions.putResource(write, List.of());
          }

          @Override
          public void afterCompletion(int status) {}
        });
    return rows;
  }

  private static <T> void write(Consumer<List<T>> write, List<T> rows) {
    if (!rows.isEmpty()) {
      write.accept(List.copyOf(rows));
      rows.clear();
    }
  }
}
