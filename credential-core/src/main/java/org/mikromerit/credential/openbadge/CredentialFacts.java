package org.mikromerit.credential.openbadge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Urn;
import org.mikromerit.credential.status.ListedStatus;

/**
 * What a document says of itself, as far as it can be read. Nothing of it is true because it stands
 * there: it counts for what its proof and its issuer count for.
 *
 * @param id as written, or empty; {@link #credentialId()} if it is of our kind
 * @param issuerName as the document has it; the register's name comes first
 * @param issuedAt the start of its validity, or when it was signed where it has none
 * @param definition the achievement's id as written
 * @param creator who created the achievement, as written, where the document says so
 * @param issuingRight by which another than the creator issues, as written
 * @param kind and certification level as written; empty in documents of others
 * @param grade as written, if it is graded
 * @param educationLevel from 1 to 8, of the European framework or one that refers to it one to one
 */
public record CredentialFacts(
    String id,
    String title,
    Did issuer,
    Optional<String> issuerName,
    Optional<String> holderName,
    Instant issuedAt,
    Optional<Instant> awardedAt,
    Optional<Instant> validUntil,
    Optional<String> definition,
    Optional<String> definitionVersion,
    Optional<String> creator,
    Optional<String> issuingRight,
    Optional<String> kind,
    Optional<String> certificationLevel,
    Optional<String> grade,
    Optional<Integer> educationLevel,
    ValidationRecord validation,
    ClaimedAssurance assurance,
    List<StatusReference> statuses,
    List<PartReference> parts,
    LearningContent content) {

  public Optional<CredentialId> credentialId() {
    return CredentialId.fromUrn(id);
  }

  /** The definition's id, if it is of our kind. */
  public Optional<UUID> definitionId() {
    return definition.flatMap(Urn::uuid);
  }

  /** The issuing right's id, if it is of our kind. */
  public Optional<UUID> issuingRightId() {
    return issuingRight.flatMap(Urn::uuid);
  }

  /**
   * One of a document's statuses.
   *
   * @param type as written
   * @param entry empty if it is of a kind that we do not read
   */
  public record StatusReference(String type, Optional<? extends ListedStatus> entry) {}

  /**
   * One part of an award.
   *
   * @param id as written
   * @param statuses empty if the document does not say where the part's status is told
   */
  public record PartReference(String id, Optional<String> title, List<StatusReference> statuses) {

    public Optional<CredentialId> credentialId() {
      return CredentialId.fromUrn(id);
    }
  }
}
