package org.mikromerit.credential.check;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.check.Issuers.Accreditation;
import org.mikromerit.credential.openbadge.CredentialFacts;

/**
 * Whether the issuer was accredited when it awarded this, and is now. Accreditation is a
 * distinction that few need, so that none recorded is no fault; one that lapsed is told and takes
 * nothing back. Says nothing of issuers that are not in the register.
 */
final class AccreditationCheck implements Check {

  private final Issuers issuers;

  AccreditationCheck(Issuers issuers) {
    this.issuers = issuers;
  }

  @Override
  public CheckName name() {
    return CheckName.ACCREDITATION;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    return issuers.find(credential.facts().issuer()) instanceof Issuers.Listed listed
        ? List.of(judged(listed.accreditations(), credential))
        : List.of();
  }

  private static Finding judged(List<Accreditation> recorded, Proven credential) {
    CredentialFacts facts = credential.facts();
    Instant awarded = facts.awardedAt().orElse(facts.issuedAt());
    List<Accreditation> then = recorded.stream().filter(each -> each.inForceAt(awarded)).toList();
    Optional<Accreditation> stillNow =
        then.stream().filter(each -> each.inForceAt(credential.asOf())).findFirst();
    if (stillNow.isPresent()) {
      return finding(FindingCode.ACCREDITED, stillNow.get());
    }
    // Renewed under another number, it is accredited all the same.
    Optional<Accreditation> renewed =
        recorded.stream()
            .filter(each -> each.inForceAt(credential.asOf()))
            .filter(each -> then.stream().anyMatch(each::isOfTheSameScheme))
            .findFirst();
    if (renewed.isPresent()) {
      return finding(FindingCode.ACCREDITED, renewed.get());
    }
    return then.stream()
        .max(Comparator.comparing(each -> each.end().orElse(Instant.MAX)))
        .map(lapsed -> finding(FindingCode.ACCREDITED_WHEN_AWARDED, lapsed))
        .orElseGet(
            () -> Finding.of(CheckName.ACCREDITATION, FindingCode.NO_ACCREDITATION_RECORDED));
  }

  private static Finding finding(FindingCode code, Accreditation accreditation) {
    Map<String, String> evidence = new HashMap<>();
    evidence.put("scheme", Evidence.shorten(accreditation.scheme()));
    evidence.put("body", Evidence.shorten(accreditation.body()));
    accreditation.scope().ifPresent(scope -> evidence.put("scope", Evidence.shorten(scope)));
    evidence.put("from", accreditation.from().toString());
    accreditation.end().ifPresent(end -> evidence.put("until", end.toString()));
    return new Finding(CheckName.ACCREDITATION, code, evidence);
  }
}
