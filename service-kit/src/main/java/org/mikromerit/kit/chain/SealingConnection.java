package org.mikromerit.kit.chain;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** The sealer's own connection: it holds the lock, so it is never a pool's. */
final class SealingConnection implements AutoCloseable {
  /** Names the lead among a database's advisory locks; every service has a database of its own. */
  private static final long LEAD = 0x6d6d_6368_6169_6e73L;

  private final Handle handle;

  private SealingConnection(Handle handle) {
    this.handle = handle;
  }

  /** Opens connections as the service's own role. */
  @ApplicationScoped
  static class Factory {
    private final PGSimpleDataSource source = new PGSimpleDataSource();

    Factory(
        @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
        @ConfigProperty(name = "quarkus.datasource.username") String user,
        @ConfigProperty(name = "quarkus.datasource.password") String password) {
      source.setUrl(url);
      source.setUser(user);
      source.setPassword(password);
      source.setApplicationName("chain-sealer");
      source.setConnectTimeout(5);
      source.setSocketTimeout(30);
      source.setTcpKeepAlive(true);
    }

    SealingConnection open() throws SQLException {
      return new SealingConnection(over(source.getConnection()));
    }
  }

  /** What the chain needs besides the connection. */
  private static Handle over(Connection connection) {
    Handle handle = Jdbi.open(connection);
    handle.registerArrayType(Long.class, "bigint");
    handle.registerArrayType(String.class, "text");
    return handle;
  }

  /** Tries to become the one who seals; the lock lives as long as this connection. */
  boolean lead() {
    return handle
        .createQuery("select pg_try_advisory_lock(:lead)")
        .bind("lead", LEAD)
        .mapTo(Boolean.class)
        .one();
  }

  /** The connection, for one transaction at a time. */
  Handle handle() {
    return handle;
  }

  @Override
  public void close() {
    handle.close();
  }
}
