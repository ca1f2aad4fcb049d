package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.verification.language.Texts;

/** Says every finding in words. */
@ApplicationScoped
public class Words {
  /** After the code of a finding whose words of now would be wrong of an earlier moment. */
  private static final String THEN = ".then";

  private final Texts texts =
      new Texts(
          Words.class, "findings", Stream.of(FindingCode.values()).map(FindingCode::code).toList());

  /**
   * The finding in words, by language; of the past where the verdict speaks of it, and with its
   * reason, or what it was asked about, where that says more to who asks.
   */
  public Map<String, String> of(Finding finding, Moment moment) {
    String code = reasoned(finding);
    return texts.of(moment.isPast() && texts.has(code + THEN) ? code + THEN : code);
  }

  private String reasoned(Finding finding) {
    String code = finding.code().code();
    return Stream.of("reason", "purpose")
        .flatMap(name -> Stream.ofNullable(finding.evidence().get(name)))
        .map(value -> code + "." + value)
        .filter(texts::has)
        .findFirst()
        .orElse(code);
  }
}
