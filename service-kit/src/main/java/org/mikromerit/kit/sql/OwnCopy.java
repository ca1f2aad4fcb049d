package org.mikromerit.kit.sql;

import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Asks our own database on behalf of a verdict, which must be able to say "not known". */
@ApplicationScoped
public class OwnCopy {
  private static final Logger LOG = Logger.getLogger(OwnCopy.class);

  private final Jdbi jdbi;

  OwnCopy(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What the question answers.
   *
   * @throws CopyUnavailable if it could not be asked
   */
  public <T> T read(HandleCallback<T, RuntimeException> question) {
    try {
      return jdbi.withHandle(question);
    } catch (JdbiException e) {
      LOG.error("own copy cannot be read", e);
      throw new CopyUnavailable(e);
    }
  }
}
