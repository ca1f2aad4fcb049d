package org.mikromerit.registry.portfolio.persistence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.EachRow;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.registry.portfolio.LearnerVault;
import org.mikromerit.registry.portfolio.SealedNames;

/**
 * What a learner holds opens under the key of its reference and has the digest that its entry has,
 * which is sealed. What was erased has no key any more, or one that was made later.
 */
@ApplicationScoped
class PortfolioDocumentsHold implements Check {
  private static final String NAME = "portfolio-documents";

  /**
   * A key is made together with its first entry, by the same clock: that entry and all after it are
   * sealed under it, whatever the clocks of whoever received them said, and so is what came later
   * by its time.
   */
  private static final EachRow ROWS =
      EachRow.byNumber(
          NAME,
          "portfolio_body",
          "entered",
          500,
          """
          select e.entered as key, e.learner_ref, e.credential, e.digest, b.sealed, b.sd_jwt,
                 coalesce(
                   e.entered >= (select min(f.entered) from portfolio_entry f
                                  where f.learner_ref = e.learner_ref
                                    and f.received_at between k.made_at - interval '10 seconds'
                                                          and k.made_at + interval '10 seconds')
                   or k.made_at <= e.received_at + interval '10 seconds', false) as keyed
            from portfolio_entry e
            left join portfolio_body b on b.learner_ref = e.learner_ref and b.credential = e.credential
            left join learner_key k on k.learner_ref = e.learner_ref
           where e.entered > :after order by e.entered limit :most
          """);

  private final Jdbi jdbi;
  private final LearnerVault vault;

  PortfolioDocumentsHold(Jdbi jdbi, LearnerVault vault) {
    this.jdbi = jdbi;
    this.vault = vault;
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
    byte[] sealed = row.getBytes("sealed");
    if (sealed == null) {
      return Optional.of("The document is away, and its entry is not.");
    }
    boolean keyed = row.getBoolean("keyed");
    String learnerRef = row.getString("learner_ref");
    UUID credential = row.getObject("credential", UUID.class);
    byte[] sdJwt = row.getBytes("sd_jwt");
    try {
      Optional<byte[]> document = vault.open(learnerRef, SealedNames.document(credential), sealed);
      if (document.isEmpty()) {
        return Optional.empty();
      }
      if (!keyed) {
        return Optional.of("Its learner's key was made earlier than it says.");
      }
      if (!Sha256.hex(document.get()).equals(row.getString("digest"))) {
        return Optional.of("The document is not the one that came.");
      }
      return sdJwt == null || isSdJwt(vault.open(learnerRef, SealedNames.sdJwt(credential), sdJwt))
          ? Optional.empty()
          : Optional.of("What is shown in parts is no SD-JWT.");
    } catch (IllegalArgumentException | IllegalStateException e) {
      return keyed
          ? Optional.of("The document does not open under its learner's key.")
          : Optional.empty();
    }
  }

  private static boolean isSdJwt(Optional<byte[]> opened) {
    return opened.flatMap(text -> SdJwt.parse(new String(text, US_ASCII))).isPresent();
  }
}
