package org.mikromerit.credential.openbadge;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.Outcome;
import org.mikromerit.credential.definition.Skill;
import org.mikromerit.credential.document.JsonTree;

/**
 * A definition as an Open Badges {@code Achievement}: in that standard's own words as far as they
 * go, so that other programs see what matters, and in ours for the rest of the standard elements.
 */
final class AchievementWriter {

  private AchievementWriter() {}

  /** The name of the achievement's one result description, which a result refers to. */
  static String resultId(Definition definition) {
    return definition.urn() + "#result";
  }

  static JsonObject achievement(
      Definition definition, @Nullable AssessmentResult result, @Nullable UnderRight underRight) {
    JsonObjectBuilder achievement =
        JsonTree.object()
            .add("id", definition.urn())
            .add("type", JsonTree.array().add("Achievement"))
            .add("achievementType", definition.kind().achievementType())
            .add("name", definition.title().main())
            .add("description", description(definition).main())
            .add("inLanguage", definition.title().mainLanguage())
            .add("version", Integer.toString(definition.version()))
            .add("criteria", JsonTree.object().add("narrative", criteria(definition)));
    if (underRight != null) {
      achievement.add("creator", creator(underRight));
    }
    addAlignments(achievement, definition);
    addEctsCredits(achievement, definition);
    if (result != null) {
      achievement.add("resultDescription", JsonTree.array().add(resultKind(definition, result)));
    }
    achievement
        .add(Terms.CREDENTIAL_KIND, definition.kind().name())
        .add(Terms.CERTIFICATION_LEVEL, definition.certificationLevel().name())
        .add(Terms.LOCALIZED_NAME, texts(definition.title()))
        .add(Terms.LOCALIZED_DESCRIPTION, texts(description(definition)));
    ElementWriter.addTo(achievement, definition);
    return achievement.build();
  }

  // Open Badges demands a description; where the creator gave none, the title says what there is to
  // say.
  private static LangString description(Definition definition) {
    return definition.description() == null ? definition.title() : definition.description();
  }

  private static String criteria(Definition definition) {
    if (definition.outcomes().isEmpty()) {
      return definition.title().main();
    }
    return definition.outcomes().stream()
        .map(outcome -> "- " + outcome.text().main() + ": " + outcome.criterion().main())
        .collect(Collectors.joining("\n"));
  }

  private static JsonObject creator(UnderRight underRight) {
    return JsonTree.object()
        .add("id", underRight.creator().value())
        .add("type", JsonTree.array().add("Profile"))
        .add("name", underRight.creatorName())
        .build();
  }

  private static void addAlignments(JsonObjectBuilder achievement, Definition definition) {
    JsonArrayBuilder alignments = JsonTree.array();
    skills(definition).forEach(skill -> alignments.add(alignment(skill)));
    if (definition.level() instanceof Level.Of level) {
      alignments.add(alignment(level));
    }
    JsonArray all = alignments.build();
    if (!all.isEmpty()) {
      achievement.add("alignment", all);
    }
  }

  // Two outcomes may name one skill; it is aligned once.
  private static Collection<Skill> skills(Definition definition) {
    Map<String, Skill> byUri = new LinkedHashMap<>();
    for (Outcome outcome : definition.outcomes()) {
      outcome.skills().forEach(skill -> byUri.putIfAbsent(skill.uri().toString(), skill));
    }
    return byUri.values();
  }

  private static JsonObject alignment(Skill skill) {
    return JsonTree.object()
        .add("type", JsonTree.array().add("Alignment"))
        .add("targetName", skill.label())
        .add("targetUrl", skill.uri().toString())
        .add("targetFramework", skill.isEsco() ? "ESCO" : "other")
        .add("targetType", skill.isEsco() ? "ext:ESCO" : "ext:Skill")
        .build();
  }

  private static JsonObject alignment(Level.Of level) {
    String framework = level.framework().label();
    return JsonTree.object()
        .add("type", JsonTree.array().add("Alignment"))
        .add("targetName", framework + " " + level.value())
        .add("targetUrl", level.framework().uri(level.value()))
        .add("targetCode", Integer.toString(level.value()))
        .add("targetFramework", framework)
        .add("targetType", "ext:" + framework)
        .build();
  }

  // The standard's credits have no unit, so only the one that everybody assumes is put there.
  private static void addEctsCredits(JsonObjectBuilder achievement, Definition definition) {
    Credits credits = definition.workload() == null ? null : definition.workload().credits();
    if (credits != null && credits.system().equals(Credits.ECTS)) {
      achievement.add("creditsAvailable", JsonTree.number(credits.value().stripTrailingZeros()));
    }
  }

  private static JsonObject resultKind(Definition definition, AssessmentResult result) {
    return JsonTree.object()
        .add("id", resultId(definition))
        .add("type", JsonTree.array().add("ResultDescription"))
        .add("name", result.scheme() == null ? "Grade" : result.scheme())
        .add("resultType", "Result")
        .build();
  }

  static JsonObject texts(LangString text) {
    JsonObjectBuilder texts = JsonTree.object();
    text.texts().forEach(texts::add);
    return texts.build();
  }
}
