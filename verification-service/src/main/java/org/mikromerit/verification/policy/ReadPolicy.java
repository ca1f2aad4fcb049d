package org.mikromerit.verification.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a policy as a request writes it. */
public final class ReadPolicy {

  private static final Map<String, Function<JsonValue, Optional<Rule>>> RULES =
      Map.of(
          "minimumCertificationLevel", MinimumCertificationLevel::read,
          "minimumEducationLevel", MinimumEducationLevel::read,
          "maximumAgeDays", MaximumAge::read,
          "acceptedIssuers", AcceptedIssuers::read,
          "acceptedAssessments", AcceptedAssessments::read,
          "supervised", Supervised::read,
          "identityChecked", IdentityChecked::read,
          "minimumQualityAssurance", MinimumQualityAssurance::read);

  private ReadPolicy() {}

  /** The names of all rules that there are. */
  public static Set<String> rules() {
    return RULES.keySet();
  }

  /** What came of reading. */
  public sealed interface Reading {}

  public record Read(Policy policy) implements Reading {}

  /** No rule has that name. */
  public record UnknownRule(String name) implements Reading {}

  /** The rule cannot use what it is given. */
  public record Unusable(String name) implements Reading {}

  public static Reading read(JsonObject json) {
    Map<String, Rule> rules = new LinkedHashMap<>();
    for (Map.Entry<String, JsonValue> member : json.entrySet()) {
      Function<JsonValue, Optional<Rule>> reader = RULES.get(member.getKey());
      if (reader == null) {
        return new UnknownRule(member.getKey());
      }
      Optional<Rule> rule = reader.apply(member.getValue());
      if (rule.isEmpty()) {
        return new Unusable(member.getKey());
      }
      rules.put(member.getKey(), rule.get());
    }
    return new Read(new Policy(rules));
  }
}
