package org.mikromerit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Gives Jdbi over the service's pool; inside a transaction every handle is that transaction's
 * connection.
 */
class Database {
  @Produces
  @ApplicationScoped
  Jdbi jdbi(DataSource dataSource) {
    var jdbi = Jdbi.create(dataSource);
    // Transactions are the container's: a closing handle must neither commit nor complain.
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(java.util.UUID.class, "uuid");
    jdbi.registerArrayType(String.class, "text");
    return jdbi;
  }
}
