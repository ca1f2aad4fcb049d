package org.mikromerit.issuer.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.LocalText;
import org.mikromerit.events.definition.QualityAssuranceType;

/** What the other services are told of a published version. */
final class DefinitionAnnouncement {
  private DefinitionAnnouncement() {}

  static DefinitionPublishedV1 of(PublishedDefinition version) {
    var definition = CompleteDefinition.of(version);
    return new DefinitionPublishedV1(
        version.id(),
        version.version(),
        version.organisation(),
        CredentialKind.valueOf(definition.kind().name()),
        CertificationLevel.valueOf(definition.certificationLevel().name()),
        LocalText.of(definition.title().texts()),
        skills(definition),
        definition.workload() == null ? null : definition.workload().hours(),
        credits(definition.workload()),
        level(definition.level()),
        QualityAssuranceType.valueOf(definition.qualityAssurance().type().name()),
        GovernanceModel.valueOf(version.governance().name()),
        version.publishedAt());
  }

  private static List<DefinitionPublishedV1.Skill> skills(Definition definition) {
    return definition.outcomes().stream()
        .flatMap(outcome -> outcome.skills().stream())
        .map(skill -> new DefinitionPublishedV1.Skill(skill.uri().toString(), skill.label()))
        .distinct()
        .toList();
  }

  private static DefinitionPublishedV1.@Nullable Credits credits(@Nullable Workload workload) {
    if (workload == null || workload.credits() == null) {
      return null;
    }
    Credits credits = workload.credits();
    return new DefinitionPublishedV1.Credits(credits.system(), credits.value());
  }

  private static DefinitionPublishedV1.@Nullable Level level(@Nullable Level level) {
    return switch (level) {
      case Level.Of of ->
          new DefinitionPublishedV1.Level(of.framework().label(), Integer.toString(of.value()));
      case Level.NotApplicable _ -> null;
      case null -> null;
    };
  }
}
