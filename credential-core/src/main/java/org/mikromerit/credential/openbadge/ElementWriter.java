package org.mikromerit.credential.openbadge;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.Assessment;
import org.mikromerit.credential.definition.Benefit;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.Outcome;
import org.mikromerit.credential.definition.Participation;
import org.mikromerit.credential.definition.QualityAssurance;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.credential.document.JsonTree;

/**
 * The standard elements (2022/C 243/02, Annex I) that Open Badges has no words for, in the terms of
 * our context.
 */
final class ElementWriter {

  private ElementWriter() {}

  static void addTo(JsonObjectBuilder achievement, Definition definition) {
    achievement.add(Terms.AWARDING_BODY, JsonTree.object().add("name", definition.awardingBody()));
    if (!definition.outcomes().isEmpty()) {
      achievement.add(Terms.LEARNING_OUTCOME, outcomes(definition));
    }
    if (definition.workload() != null) {
      achievement.add(Terms.WORKLOAD, workload(definition.workload()));
    }
    if (definition.level() != null) {
      achievement.add(Terms.EDUCATION_LEVEL, level(definition.level()));
    }
    if (definition.assessment() != null) {
      achievement.add(Terms.ASSESSMENT, assessment(definition.assessment()));
    }
    achievement.add(Terms.PARTICIPATION, participation(definition.participation()));
    achievement.add(Terms.QUALITY_ASSURANCE, qualityAssurance(definition.qualityAssurance()));
    if (!definition.benefits().isEmpty()) {
      achievement.add(Terms.BENEFIT, benefits(definition));
    }
    if (definition.governanceModel() != null) {
      achievement.add(Terms.GOVERNANCE_MODEL, definition.governanceModel().name());
    }
    addText(achievement, Terms.PREREQUISITES, definition.prerequisites());
    achievement.add(Terms.STAND_ALONE, definition.standAlone());
  }

  private static JsonArray outcomes(Definition definition) {
    JsonArrayBuilder outcomes = JsonTree.array();
    int number = 0;
    for (Outcome outcome : definition.outcomes()) {
      JsonObjectBuilder json =
          JsonTree.object()
              // RDF knows no order, so each outcome says its place.
              .add("outcomeNumber", Integer.toString(++number))
              .add("outcomeText", AchievementWriter.texts(outcome.text()))
              .add("outcomeCriterion", AchievementWriter.texts(outcome.criterion()));
      if (!outcome.skills().isEmpty()) {
        json.add(
            "outcomeSkill",
            JsonTree.strings(
                outcome.skills().stream()
                    .map(skill -> skill.uri().toString())
                    .distinct()
                    .toList()));
      }
      outcomes.add(json);
    }
    return outcomes.build();
  }

  private static JsonObject workload(Workload workload) {
    JsonObjectBuilder json = JsonTree.object().add("hours", exact(workload.hours()));
    if (workload.credits() != null) {
      json.add("creditSystem", workload.credits().system())
          .add("creditValue", exact(workload.credits().value()));
    }
    return json.build();
  }

  // As text: a JSON number would reach RDF as a rounded float.
  private static String exact(BigDecimal decimal) {
    return decimal.stripTrailingZeros().toPlainString();
  }

  private static JsonObject level(Level level) {
    return switch (level) {
      case Level.Of of ->
          JsonTree.object()
              .add("levelFramework", of.framework().label())
              .add("levelValue", Integer.toString(of.value()))
              .build();
      case Level.NotApplicable none ->
          JsonTree.object().add("levelNotApplicable", none.reason()).build();
    };
  }

  private static JsonObject assessment(Assessment assessment) {
    JsonObjectBuilder json =
        JsonTree.object()
            .add(
                "assessmentType",
                JsonTree.strings(assessment.types().stream().map(type -> type.token()).toList()));
    addText(json, "assessmentMethod", assessment.method());
    if (assessment.supervision() != null) {
      json.add("supervision", assessment.supervision().token());
    }
    addText(json, "assessorRole", assessment.assessorRole());
    return json.build();
  }

  private static JsonObject participation(Participation participation) {
    return JsonTree.object()
        .add("participationMode", participation.mode().token())
        .add("learningSetting", participation.setting().token())
        .build();
  }

  private static JsonObject qualityAssurance(QualityAssurance assurance) {
    JsonObjectBuilder json = JsonTree.object().add("assuranceType", assurance.type().token());
    addText(json, "assuranceBody", assurance.body());
    addText(json, "assuranceReference", assurance.reference());
    if (assurance.validUntil() != null) {
      json.add("assuranceValidUntil", assurance.validUntil().toString());
    }
    return json.build();
  }

  private static JsonArray benefits(Definition definition) {
    JsonArrayBuilder benefits = JsonTree.array();
    for (Benefit benefit : definition.benefits()) {
      benefits.add(
          JsonTree.object()
              .add("benefitType", benefit.type().token())
              .add("benefitText", benefit.text()));
    }
    return benefits.build();
  }

  private static void addText(JsonObjectBuilder json, String name, @Nullable String text) {
    if (text != null) {
      json.add(name, text);
    }
  }
}
