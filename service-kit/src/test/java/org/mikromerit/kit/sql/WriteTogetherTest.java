package org.mikromerit.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.arjuna.ats.internal.jta.transaction.arjunacore.TransactionSynchronizationRegistryImple;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WriteTogetherTest {
  private final TransactionManager transactions =
      com.arjuna.ats.jta.TransactionManager.transactionManager();
  private final TransactionSynchronizationRegistry registry =
      new TransactionSynchronizationRegistryImple();
  private final WriteTogether together = new WriteTogether(registry);
  private final List<List<Integer>> written = new ArrayList<>();
  private final Consumer<List<Integer>> write = written::add;

  @AfterEach
  void nothingIsUnderWay() throws Exception {
    if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
      transactions.rollback();
    }
  }

  @Test
  void rowsAreWrittenAtTheCommitAllAtOnceAndInTheirOrder() throws Exception {
    transactions.begin();
    add(3, 1, 2);
    assertThat(written).isEmpty();

    transactions.commit();

    assertThat(written).containsExactly(List.of(3, 1, 2));
  }

  @Test
  void manyRowsWaitInBoundedNumbers() throws Exception {
    transactions.begin();
    IntStream.range(0, 1_001).forEach(this::add);

    transactions.commit();

    assertThat(written).extracting(List::size).containsExactly(500, 500, 1);
    assertThat(written.stream().flatMap(List::stream))
        .containsExactlyElementsOf(IntStream.range(0, 1_001).boxed().toList());
  }

  @Test
  void aTransactionWithinWritesItsOwnAndNotTheOuterOnes() throws Exception {
    transactions.begin();
    add(1);
    Transaction outer = transactions.suspend();
    transactions.begin();
    add(2);
    transactions.commit();
    transactions.resume(outer);

    transactions.rollback();

    assertThat(written).containsExactly(List.of(2));
  }

  @Test
  @Tag("R2")
  void whatIsRolledBackWritesNothing() throws Exception {
    transactions.begin();
    add(1);
    transactions.setRollbackOnly();

    assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);

    assertThat(written).isEmpty();
  }

  @Test
  @Tag("R2")
  void whatCannotBeWrittenLetsTheCommitFailAndSaysWhy() throws Exception {
    transactions.begin();
    together.add(
        _ -> {
          throw new IllegalStateException("refused");
        },
        1);

    assertThatThrownBy(transactions::commit)
        .isInstanceOf(RollbackException.class)
        .hasRootCauseMessage("refused");
  }

  @Test
  @Tag("R2")
  void aRowThatComesTooLateIsNotLeftOutInSilence() throws Exception {
    transactions.begin();
    add(1);
    registry.registerInterposedSynchronization(atTheEnd(() -> add(2)));

    assertThatThrownBy(transactions::commit).isInstanceOf(RollbackException.class);
  }

  @Test
  void outsideATransactionNothingIsTaken() {
    assertThatThrownBy(() -> add(1)).isInstanceOf(IllegalStateException.class);
  }

  private void add(int... rows) {
    for (int row : rows) {
      together.add(write, row);
    }
  }

  private static Synchronization atTheEnd(Runnable work) {
    return new Synchronization() {
      @Override
      public void beforeCompletion() {
        work.run();
      }

      @Override
      public void afterCompletion(int status) {}
    };
  }
}
