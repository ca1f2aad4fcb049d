package org.mikromerit.events.definition;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;
import org.mikromerit.events.GovernanceModel;

/**
 * A version of a definition, which never changes again.
 *
 * @param version from 1
 * @param organisationId the creator
 * @param workloadHours at most two decimals; a micro-credential always states it
 * @param governanceModel the one that it was published under
 */
public record DefinitionPublishedV1(
    UUID definitionId,
    int version,
    UUID organisationId,
    CredentialKind kind,
    CertificationLevel certificationLevel,
    LocalText title,
    List<Skill> skills,
    @Nullable BigDecimal workloadHours,
    @Nullable Credits credits,
    @Nullable Level level,
    QualityAssuranceType qualityAssuranceType,
    GovernanceModel governanceModel,
    Instant publishedAt)
    implements EventData {

  public DefinitionPublishedV1 {
    Bounds.present(
        "definitionId",
        definitionId,
        "organisationId",
        organisationId,
        "kind",
        kind,
        "certificationLevel",
        certificationLevel,
        "title",
        title,
        "qualityAssuranceType",
        qualityAssuranceType,
        "governanceModel",
        governanceModel,
        "publishedAt",
        publishedAt);
    Bounds.atLeast(1, "version", version);
    skills = Bounds.list("skills", skills, 0);
    if (workloadHours != null) {
      Bounds.amount("workloadHours", workloadHours);
    }
    Bounds.holds(
        kind != CredentialKind.MICRO_CREDENTIAL || workloadHours != null,
        "workloadHours",
        "of a micro-credential is missing");
  }

  /**
   * A skill of a taxonomy.
   *
   * @param uri the taxonomy's own, such as ESCO's
   * @param label at most 200 characters
   */
  public record Skill(String uri, String label) {
    public Skill {
      Bounds.webUri("uri", uri);
      Bounds.text("label", label, 200);
    }
  }

  /**
   * Credits of a system such as ECTS; different systems are never added up.
   *
   * @param value at most two decimals
   */
  public record Credits(String system, BigDecimal value) {
    public Credits {
      Bounds.token("system", system);
      Bounds.amount("value", value);
    }
  }

  /** A level of a qualifications framework such as SeQF, in the framework's own spelling. */
  public record Level(String framework, String value) {
    public Level {
      Bounds.token("framework", framework);
      Bounds.token("value", value);
    }
  }

  @Override
  public EventType eventType() {
    return EventType.DEFINITION_PUBLISHED_V1;
  }

  @Override
  public String subject() {
    return definitionId + "/" + version;
  }

  @Override
  public String partitionKey() {
    return definitionId + "/" + version;
  }
}
