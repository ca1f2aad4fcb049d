package org.mikromerit.credential.openbadge;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.document.JsonTree;

/**
 * Reads what a document states of level, validation and quality assurance in the terms of our
 * context. What stands there in another form counts for not stated.
 */
final class StatementReader {

  private static final Pattern LEVEL = Pattern.compile("[1-8]");

  private StatementReader() {}

  static Optional<Integer> educationLevel(JsonObject achievement) {
    return JsonTree.child(achievement, Terms.EDUCATION_LEVEL)
        .filter(
            level ->
                JsonTree.text(level, "levelFramework").flatMap(LevelFramework::parse).isPresent())
        .flatMap(level -> JsonTree.text(level, "levelValue"))
        .filter(value -> LEVEL.matcher(value).matches())
        .map(Integer::valueOf);
  }

  static ValidationRecord validation(JsonObject document, Optional<JsonObject> achievement) {
    JsonObject assessment = term(achievement, Terms.ASSESSMENT);
    return new ValidationRecord(
        JsonTree.texts(assessment, "assessmentType"),
        JsonTree.text(assessment, "assessmentMethod"),
        JsonTree.text(assessment, "assessorRole"),
        JsonTree.text(assessment, "supervision"),
        JsonTree.children(document, "evidence").size(),
        achievement
            .map(json -> JsonTree.children(json, Terms.LEARNING_OUTCOME))
            .orElseGet(List::of)
            .size());
  }

  static ClaimedAssurance assurance(Optional<JsonObject> achievement) {
    JsonObject assurance = term(achievement, Terms.QUALITY_ASSURANCE);
    return new ClaimedAssurance(
        JsonTree.text(assurance, "assuranceType"),
        JsonTree.text(assurance, "assuranceBody"),
        JsonTree.text(assurance, "assuranceReference"),
        JsonTree.text(assurance, "assuranceValidUntil"));
  }

  static LearningContent content(Optional<JsonObject> achievement) {
    return achievement
        .map(
            json ->
                new LearningContent(
                    JsonTree.text(json, "description"),
                    JsonTree.children(json, Terms.LEARNING_OUTCOME).stream()
                        .flatMap(outcome -> JsonTree.child(outcome, "outcomeText").stream())
                        .flatMap(texts -> main(texts, json).stream())
                        .toList(),
                    JsonTree.child(json, "criteria")
                        .flatMap(criteria -> JsonTree.text(criteria, "narrative"))))
        .orElse(LearningContent.NONE);
  }

  /** In the achievement's language; the order in which members stand says nothing. */
  private static Optional<String> main(JsonObject texts, JsonObject achievement) {
    return JsonTree.text(achievement, "inLanguage")
        .flatMap(language -> JsonTree.text(texts, language))
        .or(
            () ->
                texts.keySet().stream()
                    .sorted()
                    .findFirst()
                    .flatMap(language -> JsonTree.text(texts, language)));
  }

  private static JsonObject term(Optional<JsonObject> achievement, String term) {
    return achievement
        .flatMap(json -> JsonTree.child(json, term))
        .orElse(JsonObject.EMPTY_JSON_OBJECT);
  }
}
