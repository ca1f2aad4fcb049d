package org.mikromerit.issuer.vcapi.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.learner.LearnerKeyWrapping;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * What was signed as programs composed it opens under the key that was made for it alone, and has
 * the digest that its credential's row has, which is sealed.
 */
@ApplicationScoped
class GivenDocumentsHold implements Check {
  private static final int AT_ONCE = 500;

  private final Jdbi jdbi;
  private final LearnerKeyWrapping wrapping;

  GivenDocumentsHold(Jdbi jdbi, LearnerKeyWrapping wrapping) {
    this.jdbi = jdbi;
    this.wrapping = wrapping;
  }

  @Override
  public String name() {
    return "given-documents";
  }

  private record Row(UUID credential, Optional<String> fault) {}

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String cursor) {
    List<Row> rows = after(cursor == null ? new UUID(0, 0) : UUID.fromString(cursor));
    if (rows.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    return CheckPage.more(
        rows.getLast().credential().toString(),
        rows.size(),
        rows.stream()
            .flatMap(
                row ->
                    row
                        .fault()
                        .map(
                            fault ->
                                new Violation(
                                    name(),
                                    "given_credential_body",
                                    "credential=" + row.credential(),
                                    fault))
                        .stream())
            .toList());
  }

  private List<Row> after(UUID credential) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select c.id, c.digest, k.id as key, k.wrapped_key, b.sealed,
                           b.learner_key is not distinct from k.id as theirs
                      from given_credential c
                      left join given_credential_body b on b.credential = c.id
                      left join learner_key k on k.learner_ref = 'given.' || c.id
                     where c.id > :credential order by c.id limit :most
                    """)
                .bind("credential", credential)
                .bind("most", AT_ONCE)
                .map((row, _) -> new Row(row.getObject("id", UUID.class), fault(row)))
                .list());
  }

  private Optional<String> fault(ResultSet row) throws SQLException {
    UUID credential = row.getObject("id", UUID.class);
    UUID key = row.getObject("key", UUID.class);
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
