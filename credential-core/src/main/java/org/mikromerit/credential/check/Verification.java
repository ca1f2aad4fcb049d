package org.mikromerit.credential.check;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.CompactValues;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jsonld.Work;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.jwt.JwtVerifier;
import org.mikromerit.credential.openbadge.Endorsements;
import org.mikromerit.credential.openbadge.OpenBadgeReader;
import org.mikromerit.credential.proof.DidKeys;
import org.mikromerit.credential.proof.HolderBinding;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofFault;
import org.mikromerit.credential.proof.ProofResult;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.sdjwt.SdJwtCredential;
import org.mikromerit.credential.sdjwt.SdJwtVerifier;
import org.mikromerit.credential.sdjwt.Withheld;

/**
 * Every check of a document, from what is at hand. Format and proof come first, for nothing that an
 * unproven document says is to be asked about; the others follow in order.
 */
public final class Verification {

  private final StrictJsonLd jsonLd;
  private final Coverage coverage;
  private final ProofVerifier proofs;
  private final JwtVerifier tokens;
  private final SdJwtVerifier selective;
  private final List<Check> checks;

  public Verification(
      StrictJsonLd jsonLd,
      Coverage coverage,
      ProofVerifier proofs,
      JwtVerifier tokens,
      SdJwtVerifier selective,
      List<Check> checks) {
    this.jsonLd = jsonLd;
    this.coverage = coverage;
    this.proofs = proofs;
    this.tokens = tokens;
    this.selective = selective;
    this.checks = List.copyOf(checks);
  }

  /** All checks that the program knows, over the ports given. */
  public static Verification standard(
      IssuerKeys keys,
      Issuers issuers,
      IssuingRights rights,
      StatusLists lists,
      CredentialStatuses announced,
      CompromisedKeys compromised) {
    return over(StrictJsonLd.standard(), keys, issuers, rights, lists, announced, compromised);
  }

  /**
   * The same over another way to cover documents.
   *
   * @param coverage that says what {@link StrictJsonLd} says; it is told of what was found valid
   */
  public static Verification over(
      Coverage coverage,
      IssuerKeys keys,
      Issuers issuers,
      IssuingRights rights,
      StatusLists lists,
      CredentialStatuses announced,
      CompromisedKeys compromised) {
    StrictJsonLd jsonLd = StrictJsonLd.standard();
    ProofVerifier proofs = ProofVerifier.standard(coverage, keys);
    JwtVerifier tokens = new JwtVerifier(new DidKeys(keys));
    StatusLookup lookup = new StatusLookup(lists);
    Check issuer = new IssuerCheck(issuers, compromised);
    Check status = new StatusCheck(lookup, announced);
    Check time = new TimeCheck();
    return new Verification(
        jsonLd,
        coverage,
        proofs,
        tokens,
        new SdJwtVerifier(new DidKeys(keys)),
        List.of(
            issuer,
            new IssuingRightCheck(rights, issuers),
            new AccreditationCheck(issuers),
            status,
            time,
            new HolderCheck(),
            new PartsCheck(announced, lookup, issuers),
            new CompletenessCheck(),
            new AssuranceCheck(issuers),
            new EndorsementsCheck(jsonLd, proofs, tokens, issuers, List.of(issuer, status, time))));
  }

  /**
   * The verdict about a posted document: JSON, a JWT or an SD-JWT.
   *
   * @throws MalformedJson if it is none of them in a form that we read, so that there is nothing to
   *     give a verdict about
   */
  public Verdict verify(byte[] document, Instant now) throws MalformedJson {
    return verify(document, Moment.now(now));
  }

  public Verdict verify(JsonObject document, Instant now) {
    return Work.together(
        () ->
            verify(
                document, SignedForm.document(document), new ShownBy.Anybody(), Moment.now(now)));
  }

  /**
   * The same of an earlier moment: how it stood then, by what is known now.
   *
   * @throws MalformedJson as above
   */
  public Verdict verify(byte[] document, Moment moment) throws MalformedJson {
    return verify(document, new ShownBy.Anybody(), moment);
  }

  /**
   * The same for a verifier who wants to see that the credential's holder shows it.
   *
   * @param challenge what the holder was to sign; empty if nobody was asked
   */
  public Verdict verify(byte[] document, Optional<HolderChallenge> challenge, Moment moment)
      throws MalformedJson {
    return verify(document, ShownBy.of(challenge), moment);
  }

  /**
   * The same for a verifier who knows, or asks, who shows it.
   *
   * @throws MalformedJson as above
   */
  public Verdict verify(byte[] document, ShownBy by, Moment moment) throws MalformedJson {
    Optional<String> token = CredentialJwt.token(document);
    if (token.isPresent()) {
      return Work.together(() -> token(token.get(), by, moment));
    }
    JsonObject json = StrictJson.parse(document);
    return Work.together(() -> verify(json, SignedForm.document(document), by, moment));
  }

  private Verdict verify(JsonObject document, SignedForm form, ShownBy by, Moment moment) {
    Optional<String> enveloped =
        CredentialJwt.enveloped(document).or(() -> SdJwtCredential.enveloped(document));
    return enveloped.isPresent()
        ? token(enveloped.get(), by, moment)
        : embedded(document, form, by, moment);
  }

  private Verdict token(String token, ShownBy by, Moment moment) {
    SignedForm form = SignedForm.token(token);
    if (SdJwtCredential.is(token)) {
      return switch (selective.verify(token, by.asks(), moment)) {
        case SdJwtVerifier.Refused refused -> unproven(refused.fault());
        case SdJwtVerifier.Shown(
                JsonObject credential,
                ProofResult.Holds proof,
                HolderBinding holder,
                Set<Did> named,
                boolean partly,
                Set<Withheld> mayHide) ->
            signed(
                credential,
                proof,
                form,
                new Showing(by.binding(holder, named), partly, mayHide),
                moment);
      };
    }
    return switch (tokens.verify(token, moment)) {
      case JwtVerifier.Refused refused -> unproven(refused.fault());
      case JwtVerifier.Signed(
              JsonObject credential,
              ProofResult.Holds proof,
              HolderBinding holder,
              Set<Did> named) ->
          signed(credential, proof, form, Showing.whole(by.binding(holder, named)), moment);
    };
  }

  private Verdict unproven(ProofFault fault) {
    return stopped(
        List.of(Finding.of(CheckName.FORMAT, FindingCode.FORMAT_RECOGNISED)),
        Finding.of(CheckName.PROOF, code(fault)));
  }

  private Verdict signed(
      JsonObject credential,
      ProofResult.Holds proof,
      SignedForm form,
      Showing showing,
      Moment moment) {
    try {
      jsonLd.requirePlain(Endorsements.without(credential));
      return read(credential, CompactValues.of(credential), proof, form, showing, moment);
    } catch (NotCovered e) {
      return stopped(List.of(), notCovered(e));
    }
  }

  /** What it says of itself, now that it is known who signed it, and when. */
  private Verdict read(
      JsonObject written,
      JsonObject compact,
      ProofResult.Holds proof,
      SignedForm form,
      Showing showing,
      Moment moment) {
    return switch (OpenBadgeReader.read(compact, Optional.of(proof.created()))) {
      case OpenBadgeReader.Unreadable unreadable -> notACredential(unreadable);
      case OpenBadgeReader.Read read ->
          proven(new Proven(read.facts(), compact, written, proof, form, showing, moment));
    };
  }

  private Verdict embedded(JsonObject document, SignedForm form, ShownBy by, Moment moment) {
    JsonObject written = ProofVerifier.withoutProof(document);
    JsonObject compact = CompactValues.of(written);
    // JSON-LD would merge what an endorsement says of the achievement with what the issuer says.
    if (Endorsements.areEmbeddedIn(compact)) {
      return stopped(
          List.of(), Finding.of(CheckName.FORMAT, FindingCode.ENDORSEMENT_NOT_TAKEN_APART));
    }
    try {
      CoveredDocument covered = coverage.cover(written);
      // What no proof vouches for yet sets no time: now stands in for when it was signed.
      Verdict verdict =
          switch (OpenBadgeReader.read(compact, Optional.of(moment.checkedAt()))) {
            case OpenBadgeReader.Unreadable _ when Did.isNamedOtherwise(compact) ->
                unproven(ProofFault.UNKNOWN_ISSUER);
            case OpenBadgeReader.Unreadable unreadable -> notACredential(unreadable);
            case OpenBadgeReader.Read read ->
                switch (proofs.verify(document, covered, read.facts().issuer(), moment)) {
                  case ProofResult.Fails fails -> unproven(fails.fault());
                  case ProofResult.Holds holds ->
                      read(written, compact, holds, form, whole(compact, by), moment);
                };
          };
      // Not even with a warning: an issuer that nobody lists is one.
      if (verdict.conclusion() == Conclusion.VALID && !covered.isByTemplate()) {
        coverage.learn(covered.json());
        proofs.learn(document, covered);
      }
      return verdict;
    } catch (NotCovered e) {
      return stopped(List.of(), notCovered(e));
    }
  }

  private Verdict notACredential(OpenBadgeReader.Unreadable unreadable) {
    return stopped(
        List.of(),
        new Finding(
            CheckName.FORMAT, FindingCode.NOT_A_CREDENTIAL, Map.of("member", unreadable.member())));
  }

  private static Finding notCovered(NotCovered refusal) {
    FindingCode code =
        switch (refusal.code()) {
          case CONTEXT_UNKNOWN -> FindingCode.CONTEXT_UNKNOWN;
          case CONTEXT_UNSOUND -> FindingCode.CONTEXT_UNSOUND;
          case MEMBER_NOT_COVERED -> FindingCode.MEMBER_NOT_COVERED;
          case TOO_COMPLEX -> FindingCode.TOO_COMPLEX;
        };
    return new Finding(CheckName.FORMAT, code, Map.of("place", refusal.place()));
  }

  private static Showing whole(JsonObject credential, ShownBy by) {
    return Showing.whole(by.binding(HolderBinding.BEARER, Did.subjectsOf(credential)));
  }

  private Verdict proven(Proven credential) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of(CheckName.FORMAT, FindingCode.FORMAT_RECOGNISED));
    findings.add(
        new Finding(
            CheckName.PROOF,
            credential.proof().othersUnchecked()
                ? FindingCode.PROOF_HOLDS_OTHERS_UNCHECKED
                : FindingCode.PROOF_HOLDS,
            Map.of("key", credential.proof().method().url())));
    checks.forEach(check -> findings.addAll(check.examine(credential)));
    return Verdict.of(findings, Optional.of(credential.facts()));
  }

  private Verdict stopped(List<Finding> before, Finding reason) {
    List<Finding> findings = new ArrayList<>(before);
    findings.add(reason);
    Map<String, String> because = Map.of("because", reason.code().code());
    if (reason.check() == CheckName.FORMAT) {
      findings.add(new Finding(CheckName.PROOF, FindingCode.NOT_CHECKED, because));
    }
    checks.forEach(
        check -> findings.add(new Finding(check.name(), FindingCode.NOT_CHECKED, because)));
    return Verdict.of(findings, Optional.empty());
  }

  private static FindingCode code(ProofFault fault) {
    return switch (fault) {
      case MISSING -> FindingCode.PROOF_MISSING;
      case TOO_MANY -> FindingCode.TOO_MANY_PROOFS;
      case MALFORMED -> FindingCode.PROOF_MALFORMED;
      case WRONG_PURPOSE -> FindingCode.PROOF_PURPOSE_WRONG;
      case FOREIGN_KEY -> FindingCode.PROOF_KEY_FOREIGN;
      case KEY_NOT_OF_ISSUER -> FindingCode.PROOF_KEY_NOT_OF_ISSUER;
      case SIGNATURE -> FindingCode.PROOF_BROKEN;
      case LINK_MISSING -> FindingCode.PROOF_LINK_MISSING;
      case EXPIRED -> FindingCode.PROOF_EXPIRED;
      case UNDATED -> FindingCode.PROOF_UNDATED;
      case ADDRESSED -> FindingCode.PROOF_ADDRESSED;
      case DISCLOSURES -> FindingCode.PROOF_DISCLOSURES_UNSOUND;
      case CLAIMS_DIFFER -> FindingCode.PROOF_CLAIMS_DIFFER;
      case FROM_THE_FUTURE -> FindingCode.PROOF_FROM_THE_FUTURE;
      case UNKNOWN_SUITE -> FindingCode.PROOF_SUITE_UNKNOWN;
      case UNKNOWN_ISSUER -> FindingCode.PROOF_ISSUER_KEYS_UNKNOWN;
      case KEYS_UNAVAILABLE -> FindingCode.PROOF_KEYS_UNAVAILABLE;
    };
  }
}
