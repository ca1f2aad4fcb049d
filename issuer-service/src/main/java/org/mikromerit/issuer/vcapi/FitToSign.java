package org.mikromerit.issuer.vcapi;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.document.Urn;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.lint.Lint;
import org.mikromerit.issuer.signing.Signer;
import org.mikromerit.issuer.vcapi.IssuerInstance.Naming;

/**
 * What a credential must be so that a program may have it signed: sound in itself, the instance's
 * own, and none of what only the platform's own rules may bring about.
 */
final class FitToSign {
  /** Whoever signs one could take back the revocations that the true list tells. */
  private static final Set<String> STATUS_LISTS =
      Set.of(
          "BitstringStatusListCredential",
          "StatusList2021Credential",
          "RevocationList2020Credential");

  /** The same by what they are about, for readers that look no further. */
  private static final Set<String> LISTED =
      Set.of("BitstringStatusList", "StatusList2021", "RevocationList2020");

  private static final JsonObject LARGEST_PROOF =
      JsonTree.object()
          .add("type", "DataIntegrityProof")
          .add("cryptosuite", "ecdsa-rdfc-2019")
          .add("created", "2026-01-01T00:00:00Z")
          .add("verificationMethod", "v".repeat(900))
          .add("proofPurpose", "assertionMethod")
          .add("proofValue", "z".repeat(200))
          .build();

  private FitToSign() {}

  /** All that is wrong with it; empty if it may be signed. */
  static List<Unfit> faults(JsonObject credential, IssuerInstance instance, Signer signer) {
    List<Unfit> faults = new ArrayList<>(reserved(credential));
    if (!Did.issuerOf(credential).equals(Optional.of(signer.did()))) {
      faults.add(new Unfit("issuer-differs", "/issuer"));
    }
    if (credential.containsKey("proof")) {
      faults.add(new Unfit("proof-present", "/proof"));
    }
    if (instance.naming() == Naming.ORGANISATION) {
      faults.addAll(inTheOrganisationsName(credential, signer.key().validFrom()));
    }
    Lint.faults(credential)
        .forEach(fault -> faults.add(new Unfit(fault.code().code(), fault.place())));
    if (faults.isEmpty()) {
      tooLarge(credential).ifPresent(faults::add);
    }
    return faults;
  }

  private static List<Unfit> reserved(JsonObject credential) {
    List<Unfit> faults = new ArrayList<>();
    if (JsonTree.texts(credential, "type").stream().anyMatch(STATUS_LISTS::contains)) {
      faults.add(new Unfit("reserved", "/type"));
    }
    if (JsonTree.children(credential, "credentialSubject").stream()
        .flatMap(subject -> JsonTree.texts(subject, "type").stream())
        .anyMatch(LISTED::contains)) {
      faults.add(new Unfit("reserved", "/credentialSubject/type"));
    }
    // Its terms say what the rules for publishing a definition and awarding it saw to.
    if (JsonTree.texts(credential, "@context").contains(PinnedContexts.MIKROMERIT)) {
      faults.add(new Unfit("reserved", "/@context"));
    }
    return faults;
  }

  /** The register knows this issuer, and verifiers ask it what they ask of no stranger. */
  private static List<Unfit> inTheOrganisationsName(JsonObject credential, Instant keyMade) {
    List<Unfit> faults = new ArrayList<>();
    boolean beforeTheKey =
        JsonTree.text(credential, "validFrom")
            .flatMap(Instants::parse)
            .filter(from -> from.isBefore(keyMade.truncatedTo(ChronoUnit.SECONDS)))
            .isPresent();
    if (beforeTheKey) {
      faults.add(new Unfit("begins-before-key", "/validFrom"));
    }
    boolean namesDefinition =
        JsonTree.children(credential, "credentialSubject").stream()
            .flatMap(subject -> JsonTree.children(subject, "achievement").stream())
            .anyMatch(
                achievement ->
                    JsonTree.text(achievement, "id")
                        // Whoever compares URNs as RFC 8141 says minds no capitals.
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .flatMap(Urn::uuid)
                        .isPresent());
    if (namesDefinition) {
      faults.add(new Unfit("reserved", "/credentialSubject/achievement/id"));
    }
    return faults;
  }

  static Unfit unfit(NotCovered refusal) {
    return new Unfit(
        refusal.code().name().toLowerCase(Locale.ROOT).replace('_', '-'), refusal.place());
  }

  /** Verifiers have bounds, and the proof must fit within them too. */
  private static Optional<Unfit> tooLarge(JsonObject credential) {
    JsonObject signed =
        JsonTree.object(credential).add("proof", JsonTree.array().add(LARGEST_PROOF)).build();
    try {
      var _ = StrictJson.parse(StrictJson.write(signed), Bounds.CREDENTIAL);
      return Optional.empty();
    } catch (MalformedJson e) {
      return Optional.of(new Unfit(e.code().code(), ""));
    }
  }
}
