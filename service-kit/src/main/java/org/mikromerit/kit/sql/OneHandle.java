package org.mikromerit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets all statements of a transaction go over one handle. Each asks for one, and to open it costs
 * as much as the statement: worth while where there are many.
 */
@ApplicationScoped
public class OneHandle {
  private final Jdbi jdbi;

  OneHandle(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Does the work, which belongs to the transaction that runs already. */
  public <T> T during(Supplier<T> work) {
    return jdbi.withHandle(_ -> work.get());
  }
}
