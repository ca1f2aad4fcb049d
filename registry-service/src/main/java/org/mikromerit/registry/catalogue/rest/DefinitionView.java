package org.mikromerit.registry.catalogue.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.QualityAssuranceType;

/**
 * A published version as everyone may see it.
 *
 * @param title by language
 * @param workloadHours an exact decimal, as text
 */
record DefinitionView(
    UUID id,
    int version,
    UUID organisation,
    CredentialKind kind,
    CertificationLevel certificationLevel,
    Map<String, String> title,
    List<SkillView> skills,
    @Nullable String workloadHours,
    @Nullable CreditsView credits,
    @Nullable LevelView level,
    QualityAssuranceType qualityAssuranceType,
    GovernanceModel governanceModel,
    Instant publishedAt) {

  record SkillView(String uri, String label) {}

  record CreditsView(String system, String value) {}

  record LevelView(String framework, String value) {}

  static DefinitionView of(DefinitionPublishedV1 definition) {
    return new DefinitionView(
        definition.definitionId(),
        definition.version(),
        definition.organisationId(),
        definition.kind(),
        definition.certificationLevel(),
        definition.title().byLanguage(),
        definition.skills().stream()
            .map(skill -> new SkillView(skill.uri(), skill.label()))
            .toList(),
        decimal(definition.workloadHours()),
        credits(definition.credits()),
        level(definition.level()),
        definition.qualityAssuranceType(),
        definition.governanceModel(),
        definition.publishedAt());
  }

  private static @Nullable CreditsView credits(DefinitionPublishedV1.@Nullable Credits credits) {
    return credits == null
        ? null
        : new CreditsView(credits.system(), credits.value().toPlainString());
  }

  private static @Nullable LevelView level(DefinitionPublishedV1.@Nullable Level level) {
    return level == null ? null : new LevelView(level.framework(), level.value());
  }

  private static @Nullable String decimal(@Nullable BigDecimal value) {
    return value == null ? null : value.toPlainString();
  }
}
