package org.mikromerit.credential.openbadge;

import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.document.JsonTree;

/**
 * The elements that describe a micro-credential (Council Recommendation 2022/C 243/02, Annex I, the
 * mandatory ones), and where a document of ours has each.
 */
public enum StandardElement {
  LEARNER,
  TITLE,
  COUNTRY,
  AWARDING_BODY,
  DATE,
  OUTCOMES,
  WORKLOAD,
  LEVEL,
  ASSESSMENT,
  PARTICIPATION,
  QUALITY_ASSURANCE;

  private static final Set<StandardElement> NOT_OF_A_SKILL = EnumSet.of(WORKLOAD, LEVEL);
  private static final Set<StandardElement> NOT_OF_ATTENDANCE =
      EnumSet.of(OUTCOMES, WORKLOAD, LEVEL, ASSESSMENT);

  private static final Set<String> OF_ANOTHER =
      Set.of(QualityAssuranceType.THIRD_PARTY.token(), QualityAssuranceType.AUDITED.token());

  /** What a credential of the kind must say and this one does not. */
  public static List<StandardElement> missing(JsonObject document, CredentialKind kind) {
    return Stream.of(values())
        .filter(element -> element.isAskedOf(kind))
        .filter(element -> !element.isIn(document) || element.saysNone(document, kind))
        .toList();
  }

  private boolean isIn(JsonObject document) {
    JsonObject achievement = achievement(document);
    return switch (this) {
      case LEARNER -> names(subject(document), "id") || hasIdentifier(document);
      case TITLE -> names(achievement, "name");
      case COUNTRY -> names(child(child(document, "issuer"), "address"), "addressCountryCode");
      case AWARDING_BODY -> names(child(achievement, Terms.AWARDING_BODY), "name");
      case DATE -> names(document, "awardedDate");
      case OUTCOMES -> !JsonTree.children(achievement, Terms.LEARNING_OUTCOME).isEmpty();
      case WORKLOAD -> names(child(achievement, Terms.WORKLOAD), "hours");
      case LEVEL -> {
        JsonObject level = child(achievement, Terms.EDUCATION_LEVEL);
        yield names(level, "levelValue") || names(level, "levelNotApplicable");
      }
      case ASSESSMENT -> isWhole(child(achievement, Terms.ASSESSMENT));
      case PARTICIPATION -> names(child(achievement, Terms.PARTICIPATION), "participationMode");
      case QUALITY_ASSURANCE -> saysWho(child(achievement, Terms.QUALITY_ASSURANCE));
    };
  }

  /** How it was found out, by whom, and whether learners were watched and known. */
  private static boolean isWhole(JsonObject assessment) {
    return JsonTree.texts(assessment, "assessmentType").stream().anyMatch(text -> !text.isBlank())
        && names(assessment, "assessorRole")
        && names(assessment, "supervision");
  }

  private static boolean saysWho(JsonObject assurance) {
    boolean another =
        JsonTree.text(assurance, "assuranceType").filter(OF_ANOTHER::contains).isPresent();
    return names(assurance, "assuranceType") && (!another || names(assurance, "assuranceBody"));
  }

  private static boolean hasIdentifier(JsonObject document) {
    return !JsonTree.children(subject(document), "identifier").isEmpty();
  }

  /** Whether a credential of this kind must state it; a micro-credential states all. */
  public boolean isAskedOf(CredentialKind kind) {
    return switch (kind) {
      case MICRO_CREDENTIAL -> true;
      case VERIFIED_SKILL -> !NOT_OF_A_SKILL.contains(this);
      case ATTENDANCE -> !NOT_OF_ATTENDANCE.contains(this);
    };
  }

  // A micro-credential's quality is assured by somebody; the others may say that nobody does.
  private boolean saysNone(JsonObject document, CredentialKind kind) {
    return this == QUALITY_ASSURANCE
        && kind == CredentialKind.MICRO_CREDENTIAL
        && JsonTree.text(child(achievement(document), Terms.QUALITY_ASSURANCE), "assuranceType")
            .filter(QualityAssuranceType.NONE.token()::equals)
            .isPresent();
  }

  /** As it is written for others. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonObject achievement(JsonObject document) {
    return child(subject(document), "achievement");
  }

  private static JsonObject subject(JsonObject document) {
    return JsonTree.children(document, "credentialSubject").stream()
        .findFirst()
        .orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  private static JsonObject child(JsonObject object, String name) {
    return JsonTree.child(object, name).orElse(JsonObject.EMPTY_JSON_OBJECT);
  }

  private static boolean names(JsonObject object, String name) {
    return JsonTree.text(object, name).filter(text -> !text.isBlank()).isPresent();
  }
}
