package org.mikromerit.verification.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.Verdict;

/**
 * A verifier's own rules (VER-6). They are told beside the verdict and do not change it: whether a
 * credential is valid is one question, whether it is what somebody needs another.
 *
 * @param rules by the names that requests give them, in the request's order
 */
public record Policy(Map<String, Rule> rules) {

  /** Asks nothing. */
  public static final Policy NONE = new Policy(Map.of());

  /** Copies the rules. */
  public Policy {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
  }

  /** One rule with its answer. */
  public record Judged(String rule, Answer answer) {}

  /** An answer to each rule; what nobody is known to have signed states nothing. */
  public List<Judged> judge(Verdict verdict, Moment moment) {
    Optional<Shown> shown =
        verdict
            .facts()
            .map(
                facts ->
                    new Shown(
                        facts,
                        verdict.findings().stream()
                            .map(Finding::code)
                            .collect(Collectors.toUnmodifiableSet()),
                        moment.asOf()));
    List<Judged> judged = new ArrayList<>();
    rules.forEach(
        (name, rule) ->
            judged.add(new Judged(name, shown.map(rule::judge).orElse(Answer.NOT_STATED))));
    return judged;
  }
}
