package org.mikromerit.issuer.definition.rest;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Judgement;
import org.mikromerit.issuer.definition.rules.Finding;

/**
 * What publishing a draft would come to.
 *
 * @param elements the standard elements of a micro-credential, in their order
 * @param errors each rule that does not hold; empty if it can be published
 * @param warnings what whoever publishes it should know
 */
record CheckView(
    boolean publishable, List<Element> elements, List<Objection> errors, List<Objection> warnings) {

  /** How the draft stands to a standard element. */
  record Element(String element, State state) {}

  /** Whether it is there. */
  @Schema(name = "ElementState")
  enum State {
    STATED,
    MISSING,
    /** Not asked of this kind. */
    NOT_ASKED,
    /** Each credential states its own. */
    WHEN_ISSUED
  }

  /** A rule that does not hold, or something to know. */
  @Schema(name = "Objection")
  record Objection(String code, @Nullable String element, String field, String detail) {

    static Objection of(Finding finding) {
      return new Objection(
          finding.code(),
          finding.element() == null ? null : finding.element().code(),
          finding.field(),
          finding.detail());
    }
  }

  /** Of a kind that is not stated the strictest is thought. */
  static CheckView of(@Nullable CredentialKind kind, Judgement judgement) {
    List<Finding> findings = judgement.objections();
    Set<StandardElement> missing =
        findings.stream().flatMap(each -> Stream.ofNullable(each.element())).collect(toSet());
    CredentialKind asked = Objects.requireNonNullElse(kind, CredentialKind.MICRO_CREDENTIAL);
    return new CheckView(
        findings.isEmpty(),
        Stream.of(StandardElement.values())
            .map(element -> new Element(element.code(), state(element, asked, missing)))
            .toList(),
        findings.stream().map(Objection::of).toList(),
        judgement.warnings().stream().map(Objection::of).toList());
  }

  private static State state(
      StandardElement element, CredentialKind kind, Set<StandardElement> missing) {
    if (missing.contains(element)) {
      return State.MISSING;
    }
    return switch (element) {
      case LEARNER, DATE -> State.WHEN_ISSUED;
      case TITLE,
          COUNTRY,
          AWARDING_BODY,
          OUTCOMES,
          WORKLOAD,
          LEVEL,
          ASSESSMENT,
          PARTICIPATION,
          QUALITY_ASSURANCE ->
          element.isAskedOf(kind) ? State.STATED : State.NOT_ASKED;
    };
  }
}
