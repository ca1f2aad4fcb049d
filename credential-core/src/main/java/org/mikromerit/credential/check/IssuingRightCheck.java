package org.mikromerit.credential.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.check.IssuingRights.Right;
import org.mikromerit.credential.check.IssuingRights.Terms;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * Whether the issuer created the definition, or had its creator's right to issue it at the time of
 * issue. Says nothing of definitions that are none of the register's, where nobody claims a right.
 */
final class IssuingRightCheck implements Check {

  private final IssuingRights rights;
  private final Issuers issuers;

  IssuingRightCheck(IssuingRights rights, Issuers issuers) {
    this.rights = rights;
    this.issuers = issuers;
  }

  @Override
  public CheckName name() {
    return CheckName.ISSUING_RIGHT;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    CredentialFacts facts = credential.facts();
    if (facts.definitionId().isEmpty()) {
      return withoutDefinition(facts);
    }
    return switch (rights.find(facts.definitionId().get(), facts.issuer())) {
      case IssuingRights.Created _ -> List.of(created(facts));
      case IssuingRights.OfAnother another
          when another.told().filter(told -> told.isBefore(credential)).isPresent() ->
          List.of(
              finding(
                  FindingCode.ISSUING_RIGHT_UNKNOWN,
                  facts,
                  Map.of("creator", another.creator().value())));
      case IssuingRights.OfAnother another -> List.of(ofAnother(another, credential));
      case IssuingRights.DefinitionUnknown _ -> withoutDefinition(facts);
      case IssuingRights.Unavailable _ ->
          List.of(finding(FindingCode.ISSUING_RIGHTS_UNAVAILABLE, facts));
    };
  }

  // A stranger's achievements are the stranger's own matter; those of who is in the register are
  // in our copy, or it lacks something.
  private List<Finding> withoutDefinition(CredentialFacts facts) {
    if (facts.issuingRight().isPresent()) {
      return List.of(finding(FindingCode.ISSUING_RIGHT_UNKNOWN, facts));
    }
    boolean ours =
        facts.definitionId().isPresent() && issuers.find(facts.issuer()) instanceof Issuers.Listed;
    return ours ? List.of(finding(FindingCode.DEFINITION_UNKNOWN, facts)) : List.of();
  }

  private static Finding created(CredentialFacts facts) {
    boolean namesAnother =
        facts.creator().filter(named -> !named.equals(facts.issuer().value())).isPresent();
    return finding(
        namesAnother ? FindingCode.CREATOR_DIFFERS : FindingCode.ISSUED_BY_CREATOR, facts);
  }

  private static Finding ofAnother(IssuingRights.OfAnother another, Proven credential) {
    CredentialFacts facts = credential.facts();
    String creator = another.creator().value();
    if (facts.creator().filter(named -> !named.equals(creator)).isPresent()) {
      return finding(FindingCode.CREATOR_DIFFERS, facts, Map.of("creator", creator));
    }
    Optional<UUID> named = facts.issuingRightId();
    if (facts.issuingRight().isPresent() && named.isEmpty()) {
      return finding(FindingCode.ISSUING_RIGHT_UNKNOWN, facts);
    }
    List<Right> candidates =
        another.rights().stream()
            .filter(right -> named.isEmpty() || named.get().equals(right.id()))
            .toList();
    if (named.isPresent() && candidates.isEmpty()) {
      return finding(FindingCode.ISSUING_RIGHT_UNKNOWN, facts, Map.of("creator", creator));
    }
    return judged(creator, candidates, credential);
  }

  // The time of issue decides; a right that ends takes nothing back.
  private static Finding judged(String creator, List<Right> candidates, Proven credential) {
    CredentialFacts facts = credential.facts();
    String version = facts.definitionVersion().orElse("");
    for (Right right : candidates) {
      List<Terms> covering =
          credential.issued().stream()
              .flatMap(moment -> right.covering(version, moment).stream())
              .toList();
      if (covering.size() == credential.issued().size()) {
        return finding(
            FindingCode.ISSUING_RIGHT_IN_FORCE,
            facts,
            evidence(creator, right, covering.getLast()));
      }
    }
    return finding(
        FindingCode.ISSUING_RIGHT_NOT_IN_FORCE,
        facts,
        candidates.isEmpty()
            ? Map.of("creator", creator)
            : evidence(creator, candidates.getLast(), candidates.getLast().now()));
  }

  private static Map<String, String> evidence(String creator, Right right, Terms terms) {
    Map<String, String> evidence = new HashMap<>();
    evidence.put("creator", creator);
    evidence.put("right", right.id().toString());
    evidence.put("from", terms.from().toString());
    terms.until().ifPresent(end -> evidence.put("until", end.toString()));
    if (!right.now().granted()) {
      evidence.put("withdrawnAt", right.now().decided().toString());
      right.now().reason().ifPresent(text -> evidence.put("reason", Evidence.shorten(text)));
    }
    return evidence;
  }

  private static Finding finding(FindingCode code, CredentialFacts facts) {
    return finding(code, facts, Map.of());
  }

  private static Finding finding(
      FindingCode code, CredentialFacts facts, Map<String, String> more) {
    Map<String, String> evidence = new HashMap<>(more);
    evidence.put("issuer", facts.issuer().value());
    evidence.put("issuedAt", facts.issuedAt().toString());
    facts.definition().ifPresent(id -> evidence.put("definition", Evidence.shorten(id)));
    facts.definitionVersion().ifPresent(it -> evidence.put("version", Evidence.shorten(it)));
    facts.issuingRight().ifPresent(named -> evidence.putIfAbsent("right", Evidence.shorten(named)));
    return new Finding(CheckName.ISSUING_RIGHT, code, evidence);
  }
}
