package org.mikromerit.issuer.issuance.persistence;

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
 * What was signed opens under its learner's key and has the digest that its credential's row has,
 * which is sealed; the signature was verified before that digest was written. A body is away only
 * with its key.
 */
@ApplicationScoped
class DocumentsHold implements Check {
  private static final String NAME = "documents";
  private static final EachRow ROWS =
      EachRow.byId(
          NAME,
          "credential_body",
          "credential",
          500,
          """
          select c.id as key, c.digest, k.id as learner_key, k.wrapped_key, b.sealed, b.learner_key = l.id as theirs,
                 l.made_at <= c.issued_at + interval '10 seconds' as keyed
            from credential c
            left join credential_body b on b.credential = c.id
            left join learner_key k on k.id = b.learner_key
            left join learner_key l on l.learner_ref = c.learner_ref
           where c.id > :after order by c.id limit :most
          """);

  private final Jdbi jdbi;
  private final LearnerKeyWrapping wrapping;

  DocumentsHold(Jdbi jdbi, LearnerKeyWrapping wrapping) {
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
    if (key == null) {
      return row.getBoolean("keyed")
          ? Optional.of("The document is away, and its learner's key is not.")
          : Optional.empty();
    }
    if (!row.getBoolean("theirs")) {
      return Optional.of("The document lies under another learner's key.");
    }
    try {
      Body body =
          Body.open(wrapping, credential, key, row.getBytes("wrapped_key"), row.getBytes("sealed"));
      return body instanceof Body.Held held
              && Sha256.hex(held.bytes()).equals(row.getString("digest"))
          ? Optional.empty()
          : Optional.of("The document is not the one that was signed.");
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.of("The document does not open under its learner's key.");
    }
  }
}
