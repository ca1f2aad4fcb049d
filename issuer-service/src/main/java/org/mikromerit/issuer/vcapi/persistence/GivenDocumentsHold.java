package org.mikromerit.issuer.vcapi.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.EachRow;
import org.mikromerit.kit.examination.Known;

/**
 * What was signed as programs composed it opens under the key that was made for it alone, and has
 * the digest that its credential's row has, which is sealed.
 */
@ApplicationScoped
class GivenDocumentsHold implements Check {
  private static final String NAME = "given-documents";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "given_credential_body",
          "credential",
          500,
          """
          select c.id as key, c.digest, k.id as learner_key, k.wrapped_key, b.sealed,
                 b.learner_key is not distinct from k.id as theirs
            from given_credential c
            left join given_credential_body b on b.credential = c.id
            left join learner_key k on k.learner_ref = 'given.' || c.id
           where c.id > :after order by c.id limit :most
          """);

  private final Jdbi jdbi;
  private final LearnerKeyWrapping wrapping;

  GivenDocumentsHold(Jdbi jdbi, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.wrapping = wrapping;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    return ROWS.page(jdbi, cursor, this::fault);
  }

  private Optional<String> fault(ResultSet row) throws SQLException {
    UUID credential = row.getObject("key", UUID.class);
    UUID key = row.getObject("learner_key", UUID.class);
    if (!row.getBoolean("theirs")) {
      return Optional.of(
          key == null
              ? "The document lies under another's key."
              : "The document is away, or under another's key, and its own key is not away.");
    }
    if (key == null) {
      return Optional.empty();
    }
    try {
      Body body =
          Body.open(wrapping, credential, key, row.getBytes("wrapped_key"), row.getBytes("sealed"));
      return body instanceof Body.Held held
              && Sha256.hex(held.bytes()).equals(row.getString("digest"))
          ? Optional.empty()
          : Optional.of("The document is not the one that was signed.");
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of("The document does not open under its key.");
    }
  }
}
