package org.mikromerit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handles;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jdbi.v3.core.argument.NullArgument;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;

/**
 * Gives Jdbi over the service's pool; inside a transaction every handle is that transaction's
 * connection.
 */
class Database {
  @Produces
  @ApplicationScoped
  Jdbi jdbi(DataSource dataSource, TransactionSynchronizationRegistry transactions) {
    var jdbi = Jdbi.create(dataSource);
    jdbi.setHandleScope(new TransactionHandles(transactions));
    // Transactions are the container's: a closing handle must neither commit nor complain.
    jdbi.setTransactionHandler(new CMTTransactionHandler());
    jdbi.getConfig(Handles.class).setForceEndTransactions(false);
    // PostgreSQL infers the type of a null from where it goes; the driver's guess would be text.
    jdbi.getConfig(Arguments.class).setUntypedNullArgument(new NullArgument(Types.NULL));
    // A failed statement's values may be a person's: they go into no message.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    jdbi.registerArgument(new UuidArguments());
    jdbi.registerArgument(new BytesArguments());
    jdbi.registerArrayType(Long.class, "bigint");
    jdbi.registerArrayType(UUID.class, "uuid");
    jdbi.registerArrayType(String.class, "text");
    jdbi.registerArrayType(OffsetDateTime.class, "timestamptz");
    return jdbi;
  }
}
