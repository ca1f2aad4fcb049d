package org.mikromerit.issuer.definition;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.issuer.definition.Draft.Outcome;
import org.mikromerit.issuer.definition.Draft.Skill;
import org.mikromerit.issuer.definition.Draft.Text;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.Violations;

/**
 * What even an unfinished draft keeps to: sizes, forms of codes, and characters that can be signed.
 */
final class DraftBounds {
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[A-Z0-9]{0,3}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
  private static final Pattern WEB_URI = Pattern.compile("https?://[\\x21-\\x7E]{1,490}");
  private static final Pattern CREDIT_SYSTEM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]{0,39}");

  private final Violations violations = new Violations();

  private DraftBounds() {}

  /** Ends the request with everything in the draft that is out of bounds, if anything is. */
  static void check(Draft draft) {
    var bounds = new DraftBounds();
    bounds.draft(draft);
    bounds.violations.throwIfAny(
        Problem.of(
            400,
            "invalid-value",
            "A value is missing or cannot be used",
            "Correct the fields that errors names."));
  }

  private void draft(Draft draft) {
    text("/title", draft.title(), 300);
    text("/description", draft.description(), 5_000);
    form("/country", draft.country(), COUNTRY, "A country is two capital letters, such as SE.");
    form("/region", draft.region(), NUTS, "A region is a NUTS code, such as SE224.");
    if (draft.awardingBody() != null) {
      text("/awardingBody/name", draft.awardingBody().name(), 200);
    }
    size("/outcomes", draft.outcomes(), 50);
    for (int i = 0; i < draft.outcomes().size(); i++) {
      outcome("/outcomes/" + i, draft.outcomes().get(i));
    }
    text("/manyOutcomesReason", draft.manyOutcomesReason(), 2_000);
    credits(draft);
    if (draft.level() != null) {
      text("/level/notApplicable", draft.level().notApplicable(), 1_000);
    }
    assessment(draft);
    qualityAssurance(draft);
    size("/benefits", draft.benefits(), 20);
    for (int i = 0; i < draft.benefits().size(); i++) {
      text("/benefits/" + i + "/text", draft.benefits().get(i).text(), 1_000);
    }
    text("/prerequisites", draft.prerequisites(), 2_000);
    size("/languages", draft.languages(), 20);
    for (int i = 0; i < draft.languages().size(); i++) {
      form(
          "/languages/" + i,
          draft.languages().get(i),
          LANGUAGE,
          "A language is two small letters, such as sv.");
    }
  }

  private void outcome(String field, Outcome outcome) {
    text(field + "/text", outcome.text(), 1_000);
    text(field + "/criterion", outcome.criterion(), 1_000);
    size(field + "/skills", outcome.skills(), 20);
    for (int i = 0; i < outcome.skills().size(); i++) {
      Skill skill = outcome.skills().get(i);
      uri(field + "/skills/" + i + "/uri", skill.uri());
      text(field + "/skills/" + i + "/label", skill.label(), 200);
    }
  }

  private void credits(Draft draft) {
    if (draft.workload() != null && draft.workload().credits() != null) {
      form(
          "/workload/credits/system",
          draft.workload().credits().system(),
          CREDIT_SYSTEM,
          "A credit system is a short code, such as ECTS or YH.");
    }
  }

  private void assessment(Draft draft) {
    var assessment = draft.assessment();
    if (assessment != null) {
      size("/assessment/types", assessment.types(), AssessmentType.values().length);
      text("/assessment/method", assessment.method(), 2_000);
      text("/assessment/assessorRole", assessment.assessorRole(), 200);
    }
  }

  private void qualityAssurance(Draft draft) {
    var assurance = draft.qualityAssurance();
    if (assurance != null) {
      text("/qualityAssurance/body", assurance.body(), 200);
      text("/qualityAssurance/reference", assurance.reference(), 500);
    }
  }

  private void text(String field, @Nullable Text text, int most) {
    if (text != null) {
      text(field + "/sv", text.sv(), most);
      text(field + "/en", text.en(), most);
    }
  }

  private void text(String field, @Nullable String text, int most) {
    if (text == null) {
      return;
    }
    if (text.length() > most) {
      refuse(field, "This text has at most " + most + " characters.");
    } else if (!Wording.isPlain(text)) {
      refuse(field, "Remove control characters and broken characters from this text.");
    }
  }

  private void form(String field, @Nullable String value, Pattern form, String otherwise) {
    if (value != null && !form.matcher(value).matches()) {
      refuse(field, otherwise);
    }
  }

  private void uri(String field, @Nullable String value) {
    if (value == null) {
      return;
    }
    if (!WEB_URI.matcher(value).matches() || !isUri(value)) {
      refuse(field, "A skill's URI is an http or https address without spaces.");
    }
  }

  private static boolean isUri(String value) {
    try {
      return new URI(value).getHost() != null;
    } catch (URISyntaxException _) {
      return false;
    }
  }

  private void size(String field, List<?> list, int most) {
    if (list.size() > most) {
      refuse(field, "This list has at most " + most + " entries.");
    }
  }

  private void refuse(String field, String detail) {
    violations.add("invalid-value", field, detail);
  }
}
