package org.mikromerit.credential.check;

import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mikromerit.credential.proof.IssuerKeys;

/**
 * Whether the issuer is known, was entitled when it issued, and used a key that was in use then.
 */
final class IssuerCheck implements Check {

  private final Issuers issuers;
  private final CompromisedKeys compromised;

  IssuerCheck(Issuers issuers, CompromisedKeys compromised) {
    this.issuers = issuers;
    this.compromised = compromised;
  }

  @Override
  public CheckName name() {
    return CheckName.ISSUER;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    List<Finding> findings = new ArrayList<>();
    switch (issuers.find(credential.facts().issuer())) {
      case Issuers.Listed listed -> {
        findings.add(
            listed
                .told()
                .flatMap(told -> beyond(told, credential))
                .orElseGet(() -> entitlement(listed, credential)));
        name(listed, credential, findings);
      }
      case Issuers.Unlisted _ -> findings.add(finding(FindingCode.ISSUER_UNKNOWN, credential));
      case Issuers.Unavailable _ ->
          findings.add(finding(FindingCode.ISSUER_REGISTER_UNAVAILABLE, credential));
    }
    key(credential, findings);
    return findings;
  }

  /** Why what was told once says nothing of this credential, or of now. */
  private static Optional<Finding> beyond(Told told, Proven credential) {
    if (told.isBefore(credential)) {
      return Optional.of(finding(FindingCode.ISSUER_TOLD_OF_BEFORE_ISSUE, credential));
    }
    return told.isTooOldAt(credential.asOf())
        ? Optional.of(finding(FindingCode.ISSUER_TOLD_OF_TOO_LONG_AGO, credential))
        : Optional.empty();
  }

  // The time of issue decides; what the issuer lost later takes nothing back.
  private static Finding entitlement(Issuers.Listed listed, Proven credential) {
    if (!credential.issued().stream().allMatch(listed::entitledAt)) {
      return finding(FindingCode.ISSUER_NOT_AUTHORISED_AT_ISSUE, credential);
    }
    Optional<Issuers.Entitlement> now = listed.at(credential.asOf());
    return now.isPresent() && now.get().entitled()
        ? finding(FindingCode.ISSUER_AUTHORISED, credential)
        : noLonger(now, credential);
  }

  private static Finding noLonger(Optional<Issuers.Entitlement> now, Proven credential) {
    Finding bare = finding(FindingCode.ISSUER_NO_LONGER_AUTHORISED, credential);
    Map<String, String> evidence = new HashMap<>(bare.evidence());
    now.ifPresent(
        lost -> {
          evidence.put("since", lost.from().toString());
          lost.reason().ifPresent(reason -> evidence.put("reason", Evidence.shorten(reason)));
        });
    return new Finding(CheckName.ISSUER, bare.code(), evidence);
  }

  private static void name(Issuers.Listed listed, Proven credential, List<Finding> findings) {
    String stated = credential.facts().issuerName().orElse(listed.name());
    if (!composed(stated).equals(composed(listed.name()))) {
      findings.add(
          new Finding(
              CheckName.ISSUER,
              FindingCode.ISSUER_NAME_DIFFERS,
              Map.of("registered", listed.name(), "stated", Evidence.shorten(stated))));
    }
  }

  // "å" may be one character or two, and is the same letter.
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private void key(Proven credential, List<Finding> findings) {
    IssuerKeys.Held key = credential.proof().key();
    // A key is used when it signs, from whenever on that is to be valid.
    Instant signed = credential.proof().created();
    if (key.revokedAt() != null) {
      findings.add(
          finding(
              signed.isBefore(key.revokedAt())
                  ? revoked(credential)
                  : FindingCode.KEY_REVOKED_BEFORE_ISSUE,
              credential));
    } else if (!key.wasInUseAt(signed)) {
      findings.add(finding(FindingCode.KEY_NOT_VALID_AT_ISSUE, credential));
    }
  }

  // Whoever has the key writes any time of issue; only the ledger's own time says when it was.
  private FindingCode revoked(Proven credential) {
    return switch (compromised.find(
        credential.proof().method(),
        credential.facts().credentialId(),
        credential.form().digest().get())) {
      case CompromisedKeys.RegisteredBefore _ -> FindingCode.KEY_REVOKED_AFTER_REGISTRATION;
      case CompromisedKeys.RegisteredOtherwise _ -> FindingCode.KEY_REVOKED_COPY_DIFFERS;
      case CompromisedKeys.NotRegistered _ -> FindingCode.KEY_REVOKED_BEFORE_REGISTRATION;
      case CompromisedKeys.NotToldYet _ -> FindingCode.KEY_REVOKED_SINCE;
      case CompromisedKeys.Unavailable _ -> FindingCode.ISSUER_REGISTER_UNAVAILABLE;
    };
  }

  /** Documents tell times to the second, so what began within that second had begun. */
  static Instant toTheSecond(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS);
  }

  private static Finding finding(FindingCode code, Proven credential) {
    return new Finding(
        CheckName.ISSUER,
        code,
        Map.of(
            "issuer", credential.facts().issuer().value(),
            "issuedAt", credential.facts().issuedAt().toString(),
            "signedAt", credential.proof().created().toString(),
            "key", credential.proof().method().url()));
  }
}
