package org.mikromerit.credential.openbadge;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.document.Unicode;
import org.mikromerit.credential.status.StatusEntry;

/**
 * Everything that one credential says.
 *
 * @param awardedAt when the learner had earned it
 * @param issuedAt when it is signed; not before it was earned
 * @param validUntil technical validity, where there is one; the achievement itself does not lapse
 * @param result where it is graded
 * @param statuses where it is told whether it stands, at least one, each of another purpose
 * @param award set on credentials that stack others
 * @param evidenceStatement what the learner has shown, in words
 * @param underRight set where the issuer awards a definition of another's
 */
public record CredentialContent(
    CredentialId id,
    Issuer issuer,
    Definition definition,
    Holder holder,
    Instant awardedAt,
    Instant issuedAt,
    @Nullable Instant validUntil,
    @Nullable AssessmentResult result,
    List<StatusEntry> statuses,
    @Nullable Award award,
    @Nullable String evidenceStatement,
    @Nullable UnderRight underRight) {

  private static final int LONGEST_STATEMENT = 10_000;

  /** Checks the order of times, the statuses and the statement. */
  public CredentialContent {
    statuses = List.copyOf(statuses);
    if (statuses.isEmpty()
        || statuses.stream().map(StatusEntry::purpose).distinct().count() < statuses.size()) {
      throw new IllegalArgumentException("a status for each purpose, at least one");
    }
    if (awardedAt.isAfter(issuedAt)) {
      throw new IllegalArgumentException("nothing is issued before it is earned");
    }
    if (validUntil != null && !validUntil.isAfter(issuedAt)) {
      throw new IllegalArgumentException("validity ends after it begins");
    }
    if (evidenceStatement != null
        && (evidenceStatement.isBlank()
            || evidenceStatement.length() > LONGEST_STATEMENT
            || !Unicode.isReadable(evidenceStatement))) {
      throw new IllegalArgumentException("a statement of evidence is readable text");
    }
  }
}
