package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Token;
import org.mikromerit.credential.document.Unicode;
import org.mikromerit.credential.openbadge.ClaimedAssurance;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.ValidationRecord;
import org.mikromerit.verification.language.Texts;
import org.mikromerit.verification.verdict.GiveVerdict.Given;

/**
 * "How was this checked?" (QA-3): in plain statements, each with whose word it is, what is known of
 * how the learning was assessed and who vouches for it. What is not stated is said not to be. There
 * is no sum of it: what it is worth depends on what it is for.
 */
@ApplicationScoped
public class HowChecked {
  private static final int LONGEST = 300;

  private final Words findings;
  private final Texts texts =
      new Texts(
          HowChecked.class,
          "how-checked",
          Stream.of(Topic.values()).map(topic -> topic.code() + ".not-stated").toList());

  HowChecked(Words findings) {
    this.findings = findings;
  }

  /** What is told, in this order. */
  public enum Topic {
    VALIDATION_METHOD,
    ASSESSED_BY,
    SUPERVISION,
    EVIDENCE,
    COVERAGE,
    CERTIFICATION_LEVEL,
    QUALITY_ASSURANCE,
    /** What the register has recorded of that. */
    ACCREDITATION;

    /** As it is written for others. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whose word a statement is. */
  public enum Source {
    ISSUER,
    REGISTER
  }

  /**
   * One plain statement.
   *
   * @param stated false if there is nothing to tell but that
   * @param text by language
   */
  public record Statement(Topic topic, boolean stated, Source source, Map<String, String> text) {}

  /** All statements; none if nobody is known to have signed the document. */
  public List<Statement> of(Given given) {
    return given
        .verdict()
        .facts()
        .map(facts -> Stream.concat(issuers(facts), Stream.of(accreditation(given))).toList())
        .orElseGet(List::of);
  }

  private Stream<Statement> issuers(CredentialFacts facts) {
    ValidationRecord validation = facts.validation();
    return Stream.of(
        method(validation),
        told(Topic.ASSESSED_BY, validation.assessorRole().map(role -> said("stated", role))),
        told(
            Topic.SUPERVISION,
            validation.supervision().map(text -> token(Supervision.class, text))),
        told(Topic.EVIDENCE, counted(validation.evidence())),
        told(Topic.COVERAGE, counted(validation.outcomes())),
        told(Topic.CERTIFICATION_LEVEL, facts.certificationLevel().map(HowChecked::level)),
        assurance(facts.assurance()));
  }

  /** The end of a sentence's key, and what stands in its braces. */
  private record Said(String key, Map<String, Map<String, String>> values) {}

  private static Said said(String key, String value) {
    return new Said(key, Map.of("value", Texts.alike(shown(value))));
  }

  private Statement told(Topic topic, Optional<Said> said) {
    Said words = said.orElseGet(() -> new Said("not-stated", Map.of()));
    return new Statement(
        topic,
        said.isPresent(),
        Source.ISSUER,
        texts.of(topic.code() + "." + words.key(), words.values()));
  }

  private Statement method(ValidationRecord validation) {
    if (validation.assessmentTypes().isEmpty()) {
      return told(Topic.VALIDATION_METHOD, Optional.empty());
    }
    Map<String, Map<String, String>> values = new TreeMap<>();
    values.put("value", types(validation.assessmentTypes()));
    validation.method().ifPresent(own -> values.put("words", Texts.alike(shown(own))));
    return told(
        Topic.VALIDATION_METHOD,
        Optional.of(new Said(validation.method().isPresent() ? "in-words" : "stated", values)));
  }

  private Map<String, String> types(List<String> stated) {
    Map<String, String> joined = new TreeMap<>();
    for (String type : stated) {
      Map<String, String> words =
          Token.parse(AssessmentType.class, type)
              .map(known -> texts.of("assessment-type." + known.token()))
              .orElseGet(() -> Texts.alike(shown(type)));
      words.forEach((language, word) -> joined.merge(language, word, (a, b) -> a + ", " + b));
    }
    return joined;
  }

  private static Optional<Said> counted(int number) {
    return number == 0
        ? Optional.empty()
        : Optional.of(said(number == 1 ? "one" : "stated", Integer.toString(number)));
  }

  private static <T extends Enum<T> & Token> Said token(Class<T> tokens, String text) {
    return Token.parse(tokens, text)
        .map(known -> new Said(known.token(), Map.of()))
        .orElseGet(() -> said("stated", text));
  }

  private static Said level(String text) {
    return Stream.of(CertificationLevel.values())
        .filter(level -> level.name().equals(text))
        .findFirst()
        .map(level -> new Said(level.name().toLowerCase(Locale.ROOT), Map.of()))
        .orElseGet(() -> said("stated", text));
  }

  private Statement assurance(ClaimedAssurance claimed) {
    return told(
        Topic.QUALITY_ASSURANCE,
        claimed
            .type()
            .map(
                type ->
                    new Said(
                        Token.parse(QualityAssuranceType.class, type)
                                .map(Token::token)
                                .orElse("stated")
                            + (claimed.validUntil().isPresent() ? ".until" : ""),
                        Map.of(
                            "value",
                            Texts.alike(shown(type)),
                            "body",
                            claimed
                                .body()
                                .map(body -> Texts.alike(shown(body)))
                                .orElseGet(() -> texts.of("quality-assurance.nobody-named")),
                            "until",
                            Texts.alike(shown(claimed.validUntil().orElse("")))))));
  }

  /** What the register says of the issuer's quality, as the checks found it. */
  private Statement accreditation(Given given) {
    List<Finding> found =
        given.verdict().findings().stream()
            .filter(finding -> finding.check() == CheckName.ACCREDITATION)
            .toList();
    return found.stream()
        .findFirst()
        .map(
            finding ->
                new Statement(
                    Topic.ACCREDITATION,
                    true,
                    Source.REGISTER,
                    findings.of(finding, given.moment())))
        .orElseGet(
            () ->
                new Statement(
                    Topic.ACCREDITATION,
                    false,
                    Source.REGISTER,
                    texts.of(Topic.ACCREDITATION.code() + ".not-stated")));
  }

  /** The document's own words, bounded, and nothing in them that could not be shown. */
  private static String shown(String text) {
    String bounded =
        text.codePoints()
            .limit(LONGEST)
            .collect(
                StringBuilder::new,
                (shown, c) -> shown.appendCodePoint(Character.isISOControl(c) ? ' ' : c),
                StringBuilder::append)
            .toString();
    return Unicode.isReadable(bounded) ? bounded : "…";
  }
}
