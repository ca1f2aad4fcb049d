package org.mikromerit.credential.check;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CompactValues;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jwt.JwtVerifier;
import org.mikromerit.credential.openbadge.CredentialFacts;
import org.mikromerit.credential.openbadge.Endorsements;
import org.mikromerit.credential.openbadge.OpenBadgeReader;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;
import org.mikromerit.credential.proof.ProofVerifier;

/**
 * Whether those who are said to endorse the credential, its achievement or its issuer do (SOC-1).
 * Each endorsement is proven as a credential is, must be about this one, by somebody else who is in
 * the register and was authorised, and must stand. A credential does not rest on its endorsements:
 * one that does not hold is told and changes nothing else. What an endorsement carries itself is
 * not looked at.
 */
final class EndorsementsCheck implements Check {

  private static final int MOST = 8;
  private static final String TYPE = "EndorsementCredential";

  private final StrictJsonLd jsonLd;
  private final ProofVerifier proofs;
  private final JwtVerifier tokens;
  private final Issuers issuers;
  private final List<Check> standing;

  /**
   * @param standing what an endorsement must pass as every credential must: its issuer's authority,
   *     its status and its time
   */
  EndorsementsCheck(
      StrictJsonLd jsonLd,
      ProofVerifier proofs,
      JwtVerifier tokens,
      Issuers issuers,
      List<Check> standing) {
    this.jsonLd = jsonLd;
    this.proofs = proofs;
    this.tokens = tokens;
    this.issuers = issuers;
    this.standing = List.copyOf(standing);
  }

  @Override
  public CheckName name() {
    return CheckName.ENDORSEMENTS;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    List<JsonValue> given = Endorsements.of(credential.document());
    return given.size() > MOST
        ? List.of(Finding.of(CheckName.ENDORSEMENTS, FindingCode.TOO_MANY_ENDORSEMENTS))
        : given.stream().map(endorsement -> examine(endorsement, credential)).toList();
  }

  private Finding examine(JsonValue endorsement, Proven credential) {
    try {
      return switch (endorsement) {
        case JsonString token -> token(token.getString(), credential);
        case JsonObject document -> document(document, credential);
        default -> broken(FindingCode.NOT_A_CREDENTIAL.code());
      };
    } catch (NotCovered e) {
      return switch (e.code()) {
        case CONTEXT_UNKNOWN -> unchecked(FindingCode.CONTEXT_UNKNOWN.code());
        case TOO_COMPLEX -> unchecked(FindingCode.TOO_COMPLEX.code());
        case CONTEXT_UNSOUND, MEMBER_NOT_COVERED -> broken(FindingCode.MEMBER_NOT_COVERED.code());
      };
    }
  }

  private Finding token(String token, Proven credential) throws NotCovered {
    return switch (tokens.verify(token, credential.moment())) {
      case JwtVerifier.Refused refused -> unproven(refused.fault());
      case JwtVerifier.Signed signed -> {
        JsonObject own = Endorsements.without(signed.credential());
        jsonLd.requirePlain(own);
        yield proven(own, signed.proof(), SignedForm.token(token), credential);
      }
    };
  }

  private Finding document(JsonObject document, Proven credential) throws NotCovered {
    var covered = jsonLd.cover(ProofVerifier.withoutProof(document));
    return switch (OpenBadgeReader.read(covered.json())) {
      case OpenBadgeReader.Unreadable _ -> broken(FindingCode.NOT_A_CREDENTIAL.code());
      case OpenBadgeReader.Read(CredentialFacts facts) ->
          switch (proofs.verify(document, covered, facts.issuer(), credential.moment())) {
            case ProofResult.Fails(ProofFault fault) -> unproven(fault);
            case ProofResult.Holds holds ->
                proven(covered.json(), holds, SignedForm.document(document), credential);
          };
    };
  }

  private Finding proven(
      JsonObject written, ProofResult.Holds proof, SignedForm form, Proven credential) {
    JsonObject document = CompactValues.of(written);
    if (!(OpenBadgeReader.read(document) instanceof OpenBadgeReader.Read(CredentialFacts facts))
        || !JsonTree.hasType(document, TYPE)) {
      return broken(FindingCode.NOT_A_CREDENTIAL.code());
    }
    Optional<String> endorsed =
        JsonTree.child(document, "credentialSubject")
            .flatMap(subject -> JsonTree.text(subject, "id"))
            .flatMap(id -> endorsed(id, credential.facts()));
    Map<String, String> evidence = new HashMap<>();
    evidence.put("endorser", facts.issuer().value());
    if (endorsed.isEmpty()) {
      return new Finding(CheckName.ENDORSEMENTS, FindingCode.ENDORSEMENT_OF_ANOTHER, evidence);
    }
    evidence.put("endorses", endorsed.get());
    if (facts.issuer().equals(credential.facts().issuer())) {
      return new Finding(CheckName.ENDORSEMENTS, FindingCode.ENDORSED_BY_ITSELF, evidence);
    }
    Issuers.Answer endorser = issuers.find(facts.issuer());
    if (endorser instanceof Issuers.Listed listed) {
      evidence.put("name", Evidence.shorten(listed.name()));
    }
    return judged(
        new Proven(
            facts,
            document,
            written,
            proof,
            form,
            new Showing(HolderBinding.BEARER, false, Set.of()),
            credential.moment()),
        endorser instanceof Issuers.Listed,
        evidence);
  }

  /** Which part of the credential has that id. */
  private static Optional<String> endorsed(String id, CredentialFacts facts) {
    if (id.equals(facts.id())) {
      return Optional.of("credential");
    }
    if (Optional.of(id).equals(facts.definition())) {
      return Optional.of("achievement");
    }
    return id.equals(facts.issuer().value()) ? Optional.of("issuer") : Optional.empty();
  }

  // Where a stranger's status is told is not even looked up: what is missing may be fetched.
  private Finding judged(Proven endorsement, boolean listed, Map<String, String> evidence) {
    List<FindingCode> found =
        standing.stream()
            .filter(check -> listed || check.name() != CheckName.STATUS)
            .flatMap(check -> check.examine(endorsement).stream())
            .map(Finding::code)
            .toList();
    Optional<FindingCode> against = first(found, Outcome.FAILED);
    Optional<FindingCode> open = first(found, Outcome.UNDECIDED);
    FindingCode code =
        against.isPresent()
            ? FindingCode.ENDORSEMENT_DOES_NOT_STAND
            : open.isPresent()
                ? FindingCode.ENDORSEMENT_NOT_CHECKED
                : found.contains(FindingCode.ISSUER_UNKNOWN)
                    ? FindingCode.ENDORSER_UNKNOWN
                    : FindingCode.ENDORSED;
    against.or(() -> open).ifPresent(because -> evidence.put("because", because.code()));
    return new Finding(CheckName.ENDORSEMENTS, code, evidence);
  }

  private static Optional<FindingCode> first(List<FindingCode> found, Outcome outcome) {
    return found.stream().filter(code -> code.outcome() == outcome).findFirst();
  }

  private static Finding unproven(ProofFault fault) {
    String because = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return fault.isBroken() ? broken(because) : unchecked(because);
  }

  private static Finding broken(String because) {
    return new Finding(
        CheckName.ENDORSEMENTS, FindingCode.ENDORSEMENT_BROKEN, Map.of("because", because));
  }

  private static Finding unchecked(String because) {
    return new Finding(
        CheckName.ENDORSEMENTS, FindingCode.ENDORSEMENT_NOT_CHECKED, Map.of("because", because));
  }
}
