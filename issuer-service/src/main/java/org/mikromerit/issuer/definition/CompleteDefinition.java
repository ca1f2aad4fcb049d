package org.mikromerit.issuer.definition;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.Assessment;
import org.mikromerit.credential.definition.Benefit;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.Outcome;
import org.mikromerit.credential.definition.Participation;
import org.mikromerit.credential.definition.QualityAssurance;
import org.mikromerit.credential.definition.Skill;
import org.mikromerit.credential.definition.Workload;

/**
 * A published version in the form that is signed. The rules of publication have seen to it that
 * what is required is there; a gap here is our own fault and throws.
 */
public final class CompleteDefinition {
  private CompleteDefinition() {}

  /** Reads a published version. */
  public static Definition of(PublishedDefinition version) {
    Draft content = version.content();
    return new Definition(
        version.id(),
        version.version(),
        requireNonNull(content.kind()),
        requireNonNull(content.certificationLevel()),
        requireNonNull(text(content.title())),
        text(content.description()),
        requireNonNull(content.country()),
        content.region(),
        requireNonNull(requireNonNull(content.awardingBody()).name()),
        content.outcomes().stream().map(CompleteDefinition::outcome).toList(),
        workload(content.workload()),
        level(content.level()),
        assessment(content.assessment()),
        participation(requireNonNull(content.participation())),
        qualityAssurance(requireNonNull(content.qualityAssurance())),
        content.benefits().stream().map(CompleteDefinition::benefit).toList(),
        version.governance(),
        stated(content.prerequisites()),
        content.languages(),
        content.stacking() == null || !Boolean.FALSE.equals(content.stacking().standAlone()));
  }

  private static @Nullable LangString text(Draft.@Nullable Text text) {
    if (text == null) {
      return null;
    }
    var byLanguage = new TreeMap<String, String>();
    if (stated(text.sv()) != null) {
      byLanguage.put("sv", requireNonNull(text.sv()));
    }
    if (stated(text.en()) != null) {
      byLanguage.put("en", requireNonNull(text.en()));
    }
    return byLanguage.isEmpty() ? null : LangString.of(byLanguage);
  }

  /** What is blank was left empty in a form. */
  private static @Nullable String stated(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static Outcome outcome(Draft.Outcome outcome) {
    List<Skill> skills = outcome.skills().stream().map(CompleteDefinition::skill).toList();
    return new Outcome(
        requireNonNull(text(outcome.text())), requireNonNull(text(outcome.criterion())), skills);
  }

  private static Skill skill(Draft.Skill skill) {
    return new Skill(URI.create(requireNonNull(skill.uri())), requireNonNull(skill.label()));
  }

  private static @Nullable Workload workload(Draft.@Nullable Workload workload) {
    if (workload == null || workload.hours() == null) {
      return null;
    }
    Draft.Credits credits = workload.credits();
    return new Workload(
        workload.hours(),
        credits == null
            ? null
            : new Credits(requireNonNull(credits.system()), requireNonNull(credits.value())));
  }

  private static @Nullable Level level(Draft.@Nullable Level level) {
    if (level == null) {
      return null;
    }
    String reason = stated(level.notApplicable());
    return reason == null
        ? new Level.Of(
            requireNonNull(level.framework()), Integer.parseInt(requireNonNull(level.value())))
        : new Level.NotApplicable(reason);
  }

  private static @Nullable Assessment assessment(Draft.@Nullable Assessment assessment) {
    if (assessment == null || assessment.types().isEmpty()) {
      return null;
    }
    return new Assessment(
        assessment.types(),
        stated(assessment.method()),
        assessment.supervision(),
        stated(assessment.assessorRole()));
  }

  private static Participation participation(Draft.Participation participation) {
    return new Participation(
        requireNonNull(participation.mode()), requireNonNull(participation.setting()));
  }

  private static QualityAssurance qualityAssurance(Draft.QualityAssurance assurance) {
    return new QualityAssurance(
        requireNonNull(assurance.type()),
        stated(assurance.body()),
        stated(assurance.reference()),
        assurance.validUntil());
  }

  private static Benefit benefit(Draft.Benefit benefit) {
    return new Benefit(requireNonNull(benefit.type()), requireNonNull(benefit.text()));
  }
}
