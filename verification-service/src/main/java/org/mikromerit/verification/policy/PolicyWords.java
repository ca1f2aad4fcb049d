package org.mikromerit.verification.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Stream;
import org.mikromerit.verification.language.Texts;

/** Says each rule's answer in words. */
@ApplicationScoped
public class PolicyWords {
  private final Texts texts =
      new Texts(
          PolicyWords.class,
          "policy",
          ReadPolicy.rules().stream()
              .flatMap(rule -> Stream.of(Answer.values()).map(answer -> key(rule, answer)))
              .toList());

  /** The answer in words, by language. */
  public Map<String, String> of(Policy.Judged judged) {
    return texts.of(key(judged.rule(), judged.answer()));
  }

  private static String key(String rule, Answer answer) {
    return rule + "." + answer.code();
  }
}
