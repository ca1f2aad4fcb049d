package org.mikromerit.credential.check;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.check.Issuers.Accreditation;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Token;
import org.mikromerit.credential.openbadge.ClaimedAssurance;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * Whether anybody but the issuer says who vouches for the quality. What the document claims of
 * another body counts for the issuer's own word, unless the register has recorded that body's
 * decision for the date of the award. To claim an audit without one is flagged.
 */
final class AssuranceCheck implements Check {

  private final Issuers issuers;

  AssuranceCheck(Issuers issuers) {
    this.issuers = issuers;
  }

  @Override
  public CheckName name() {
    return CheckName.QUALITY_ASSURANCE;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    ClaimedAssurance claimed = credential.facts().assurance();
    return claimed
        .type()
        .flatMap(text -> Token.parse(QualityAssuranceType.class, text))
        .map(type -> List.of(judged(type, claimed, credential.facts())))
        .orElseGet(List::of);
  }

  private Finding judged(
      QualityAssuranceType type, ClaimedAssurance claimed, CredentialFacts facts) {
    return switch (type) {
      case NONE -> finding(FindingCode.ASSURANCE_NONE, claimed);
      case SELF_ASSERTED -> finding(FindingCode.ASSURANCE_SELF_ASSERTED, claimed);
      case THIRD_PARTY -> byAnother(FindingCode.ASSURANCE_NOT_RECORDED, claimed, facts);
      case AUDITED -> byAnother(FindingCode.AUDIT_NOT_RECORDED, claimed, facts);
    };
  }

  private Finding byAnother(
      FindingCode otherwise, ClaimedAssurance claimed, CredentialFacts facts) {
    Instant awarded = facts.awardedAt().orElse(facts.issuedAt());
    return switch (issuers.find(facts.issuer())) {
      case Issuers.Unavailable _ -> finding(FindingCode.ASSURANCE_REGISTER_UNAVAILABLE, claimed);
      case Issuers.Unlisted _ -> finding(otherwise, claimed);
      case Issuers.Listed listed ->
          finding(
              listed.accreditations().stream()
                      .filter(recorded -> recorded.inForceAt(awarded))
                      .anyMatch(recorded -> isOf(recorded, claimed.body()))
                  ? FindingCode.ASSURANCE_RECORDED
                  : otherwise,
              claimed);
    };
  }

  /** Of whom the document names nobody, any recorded body will do. */
  private static boolean isOf(Accreditation recorded, Optional<String> body) {
    return body.map(AssuranceCheck::plain)
        .map(name -> name.equals(plain(recorded.body())))
        .orElse(true);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static Finding finding(FindingCode code, ClaimedAssurance claimed) {
    Map<String, String> evidence = new HashMap<>();
    claimed.type().ifPresent(type -> evidence.put("claimed", Evidence.shorten(type)));
    claimed.body().ifPresent(body -> evidence.put("body", Evidence.shorten(body)));
    return new Finding(CheckName.QUALITY_ASSURANCE, code, evidence);
  }
}
