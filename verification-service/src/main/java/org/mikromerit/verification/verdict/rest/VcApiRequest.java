package org.mikromerit.verification.verdict.rest;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.presentation.HolderProof;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/**
 * A request to verify, in the form of the W3C's API.
 *
 * @param member that holds what is to be verified
 */
record VcApiRequest(JsonObject json, String member, JsonObject options) {
  private static final int LONGEST_TEXT = 500;
  private static final int LONGEST_NAME = 60;
  private static final String ENVELOPED = "EnvelopedVerifiableCredential";
  private static final Set<String> OPTIONS =
      Set.of("checks", "challenge", "domain", "expectedProofPurpose");

  /** The names of ours, and those that others have for them. */
  private static final Map<String, CheckName> CHECKS =
      Stream.of(CheckName.values())
          .collect(Collectors.toUnmodifiableMap(CheckName::code, Function.identity()));

  private static final Map<String, Set<CheckName>> OTHERS_CHECKS =
      Map.of(
          "credentialStatus", EnumSet.of(CheckName.STATUS, CheckName.PARTS),
          "validity", EnumSet.of(CheckName.TIME));

  /**
   * Reads it.
   *
   * @param bounds of the whole; what is to be verified has its own besides
   */
  static VcApiRequest read(byte[] body, String member, Bounds bounds) {
    JsonObject json;
    try {
      json = StrictJson.parse(body, bounds);
    } catch (MalformedJson e) {
      throw problem(e, bounds);
    }
    for (String each : json.keySet()) {
      if (!each.equals(member) && !each.equals("options")) {
        throw new ProblemException(Problems.unknownField("/" + shortened(each)));
      }
    }
    if (json.containsKey("options") && JsonTree.child(json, "options").isEmpty()) {
      throw invalidOption("", "Options are an object.");
    }
    JsonObject options = JsonTree.child(json, "options").orElse(JsonValue.EMPTY_JSON_OBJECT);
    for (String each : options.keySet()) {
      if (!OPTIONS.contains(each)) {
        throw new ProblemException(Problems.unknownField("/options/" + shortened(each)));
      }
    }
    var request = new VcApiRequest(json, member, options);
    request.requireKnownOptions();
    return request;
  }

  private void requireKnownOptions() {
    var _ = checks();
    var _ = asked();
    var _ = text("expectedProofPurpose");
  }

  /** The checks that were asked for; empty for all of them. */
  Set<CheckName> checks() {
    Set<CheckName> asked = EnumSet.noneOf(CheckName.class);
    for (String name : checkNames()) {
      if (CHECKS.containsKey(name)) {
        asked.add(CHECKS.get(name));
      } else if (OTHERS_CHECKS.containsKey(name)) {
        asked.addAll(OTHERS_CHECKS.get(name));
      } else {
        throw invalidOption(
            "/checks",
            "There are checks by these names: proof, credentialStatus, validity, "
                + String.join(", ", CHECKS.keySet().stream().sorted().toList())
                + ".");
      }
    }
    return asked;
  }

  List<String> checkNames() {
    List<String> names = new ArrayList<>();
    for (JsonValue each : JsonTree.oneOrMany(options, "checks")) {
      if (!(each instanceof JsonString name) || names.size() > CheckName.values().length) {
        throw invalidOption("/checks", "Name the checks, each once.");
      }
      names.add(name.getString());
    }
    return names;
  }

  HolderProof.Asked asked() {
    return new HolderProof.Asked(text("challenge"), text("domain"));
  }

  /** How a credential's proofs are others than was asked for, as a code. */
  Optional<String> contradiction(Optional<JsonObject> credential) {
    if (expectsAnotherPurposeThan("assertionMethod")) {
      return Optional.of("proof-purpose-differs");
    }
    // Beside what is in an envelope anybody may put a proof.
    List<JsonObject> proofs =
        credential
            .filter(document -> !JsonTree.hasType(document, ENVELOPED))
            .map(document -> JsonTree.children(document, "proof"))
            .orElse(List.of());
    for (String member : List.of("challenge", "domain")) {
      Optional<String> asked = text(member);
      if (asked.isPresent()
          && (proofs.isEmpty()
              || !proofs.stream()
                  .allMatch(proof -> JsonTree.texts(proof, member).contains(asked.get())))) {
        return Optional.of("proof-" + member + "-differs");
      }
    }
    return Optional.empty();
  }

  boolean expectsAnotherPurposeThan(String purpose) {
    return text("expectedProofPurpose").filter(expected -> !expected.equals(purpose)).isPresent();
  }

  boolean expectsAPurpose() {
    return text("expectedProofPurpose").isPresent();
  }

  private Optional<String> text(String option) {
    if (!options.containsKey(option)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(options, option)
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_TEXT)
            .orElseThrow(
                () ->
                    invalidOption(
                        "/" + option, "This is text of at most " + LONGEST_TEXT + " characters.")));
  }

  ProblemException missing() {
    return new ProblemException(
        Problems.invalidValue("/" + member, "Give what is to be verified, as it was issued."));
  }

  ProblemException invalid(String within, String detail) {
    return new ProblemException(Problems.invalidValue("/" + member + "/" + within, detail));
  }

  ProblemException malformed(MalformedJson refusal) {
    return problem(refusal, Bounds.CREDENTIAL);
  }

  private static ProblemException invalidOption(String within, String detail) {
    return new ProblemException(Problems.invalidValue("/options" + within, detail));
  }

  private static ProblemException problem(MalformedJson refusal, Bounds bounds) {
    return new ProblemException(
        refusal.code() == MalformedJson.Code.TOO_LARGE
            ? Problems.tooLarge(bounds.bytes())
            : Problems.malformedJson("Send one JSON object, as the API description shows.")
                .with("reason", refusal.code().code()));
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(LONGEST_NAME, name.length()));
  }
}
