package org.mikromerit.credential.check;

import static org.mikromerit.credential.check.Outcome.FAILED;
import static org.mikromerit.credential.check.Outcome.PASSED;
import static org.mikromerit.credential.check.Outcome.UNDECIDED;
import static org.mikromerit.credential.check.Outcome.WARNING;

import java.util.Locale;

/**
 * Everything that a check can find. The name in lower case with hyphens is the stable code; what it
 * comes to is fixed here; words for people are elsewhere.
 */
public enum FindingCode {
  FORMAT_RECOGNISED(PASSED),
  /** Only the id was given, so there is nothing to believe or not. */
  DOCUMENT_NOT_GIVEN(UNDECIDED),
  /**
   * It is no verifiable credential of the data model 2.0 or 1.1; {@code member} says what is
   * missing or malformed.
   */
  NOT_A_CREDENTIAL(FAILED),
  CONTEXT_UNKNOWN(UNDECIDED),
  CONTEXT_UNSOUND(FAILED),
  /** A member that a signature would not cover; {@code place} names it. */
  MEMBER_NOT_COVERED(FAILED),
  TOO_COMPLEX(FAILED),
  /** It carries endorsements, which a proof of its meaning does not keep apart from itself. */
  ENDORSEMENT_NOT_TAKEN_APART(UNDECIDED),

  PROOF_HOLDS(PASSED),
  /** It holds, and there are further proofs of kinds that we do not know. */
  PROOF_HOLDS_OTHERS_UNCHECKED(WARNING),
  PROOF_MISSING(FAILED),
  TOO_MANY_PROOFS(FAILED),
  PROOF_MALFORMED(FAILED),
  PROOF_PURPOSE_WRONG(FAILED),
  PROOF_KEY_FOREIGN(FAILED),
  PROOF_KEY_NOT_OF_ISSUER(FAILED),
  PROOF_BROKEN(FAILED),
  /** It was made over another proof, which is not there. */
  PROOF_LINK_MISSING(FAILED),
  PROOF_EXPIRED(FAILED),
  /** What stands beside the credential in the token contradicts it. */
  PROOF_CLAIMS_DIFFER(FAILED),
  /** What is shown is not what the issuer signed, or could be read in two ways. */
  PROOF_DISCLOSURES_UNSOUND(FAILED),
  PROOF_FROM_THE_FUTURE(FAILED),
  PROOF_SUITE_UNKNOWN(UNDECIDED),
  /** It does not say when it was made, so that nothing can be judged as of then. */
  PROOF_UNDATED(UNDECIDED),
  /** It says whom it is for, and nobody said who asks. */
  PROOF_ADDRESSED(UNDECIDED),
  PROOF_ISSUER_KEYS_UNKNOWN(UNDECIDED),
  PROOF_KEYS_UNAVAILABLE(UNDECIDED),

  ISSUER_AUTHORISED(PASSED),
  ISSUER_UNKNOWN(WARNING),
  /** It was entitled when it issued and is no longer. */
  ISSUER_NO_LONGER_AUTHORISED(WARNING),
  ISSUER_NOT_AUTHORISED_AT_ISSUE(FAILED),
  /** The document calls the issuer otherwise than the register does. */
  ISSUER_NAME_DIFFERS(WARNING),
  ISSUER_REGISTER_UNAVAILABLE(UNDECIDED),
  /** What another register told of the issuer, it told before this was signed. */
  ISSUER_TOLD_OF_BEFORE_ISSUE(UNDECIDED),
  /** What another register told of the issuer, it told too long ago. */
  ISSUER_TOLD_OF_TOO_LONG_AGO(UNDECIDED),
  /** The key was not in use when the credential says that it was signed. */
  KEY_NOT_VALID_AT_ISSUE(FAILED),
  KEY_REVOKED_BEFORE_ISSUE(FAILED),
  /** The key was revoked later, and the ledger has not said yet what it had signed before that. */
  KEY_REVOKED_SINCE(UNDECIDED),
  /** The ledger had these bytes before the key was compromised, so that its issuer signed them. */
  KEY_REVOKED_AFTER_REGISTRATION(WARNING),
  /** The key was compromised before the ledger learned of any such credential. */
  KEY_REVOKED_BEFORE_REGISTRATION(FAILED),
  /** The ledger had the credential in other bytes before the key was compromised. */
  KEY_REVOKED_COPY_DIFFERS(UNDECIDED),

  /** The issuer created the definition. */
  ISSUED_BY_CREATOR(PASSED),
  /** The definition is another's, whose right to issue it the issuer had at the time. */
  ISSUING_RIGHT_IN_FORCE(PASSED),
  /** The definition is another's, who granted the issuer no right, or none for that time. */
  ISSUING_RIGHT_NOT_IN_FORCE(FAILED),
  /** The document calls another the creator than who created the definition. */
  CREATOR_DIFFERS(FAILED),
  /** The document names a right that we do not hold. */
  ISSUING_RIGHT_UNKNOWN(UNDECIDED),
  /** An issuer in the register awards a definition that we do not hold. */
  DEFINITION_UNKNOWN(UNDECIDED),
  ISSUING_RIGHTS_UNAVAILABLE(UNDECIDED),

  ACCREDITED(PASSED),
  /** It was accredited when it awarded this and is no longer, which takes nothing back. */
  ACCREDITED_WHEN_AWARDED(WARNING),
  NO_ACCREDITATION_RECORDED(PASSED),

  STATUS_STANDING(PASSED),
  /** It stood at an earlier moment, which {@code asOf} names; later ones are not known. */
  STATUS_STOOD_THEN(WARNING),
  /** It stood at the moment in question and was revoked after it. */
  REVOKED_LATER(WARNING),
  /** It stood at the moment in question and is suspended now. */
  SUSPENDED_LATER(WARNING),
  /** Something is kept back that could be the place where its status is told. */
  STATUS_MAY_BE_WITHHELD(UNDECIDED),
  /** The issuer offers no way to tell whether it was revoked. */
  STATUS_NOT_OFFERED(WARNING),
  REVOKED(FAILED),
  SUSPENDED(FAILED),
  STATUS_INDEX_OUT_OF_RANGE(FAILED),
  TOO_MANY_STATUSES(FAILED),
  STATUS_TYPE_UNSUPPORTED(UNDECIDED),
  STATUS_LIST_UNKNOWN(UNDECIDED),
  STATUS_LIST_UNAVAILABLE(UNDECIDED),
  STATUS_LIST_STALE(UNDECIDED),
  /** The list tells how it stands, and not how it stood at the earlier moment in question. */
  STATUS_THEN_UNKNOWN(UNDECIDED),
  /** The list speaks of another purpose than the credential says. */
  STATUS_PURPOSE_DIFFERS(UNDECIDED),
  /** The list is not of the credential's issuer. */
  STATUS_LIST_FOREIGN(UNDECIDED),

  WITHIN_VALIDITY(PASSED),
  /** Something is kept back that could say when it begins or ends. */
  TIME_MAY_BE_WITHHELD(UNDECIDED),
  NOT_YET_VALID(FAILED),
  EXPIRED(FAILED),
  VALIDITY_INVERTED(FAILED),

  /** Its holder signed for the verifier who asked. */
  HOLDER_BINDING_SHOWN(PASSED),
  /** It names no holder by a key or DID: whoever has it can show it, and it says so itself. */
  NOT_BOUND_TO_HOLDER(PASSED),
  /** It names its holder's key or DID, and nobody showed to have that. */
  HOLDER_BINDING_NOT_SHOWN(WARNING),
  /** Its holder signed for somebody, and who asks here did not say what should be signed. */
  HOLDER_BINDING_NOT_ASKED(UNDECIDED),
  HOLDER_KEY_UNKNOWN(UNDECIDED),
  /** Something is kept back that could be its holder's key. */
  HOLDER_BINDING_MAY_BE_WITHHELD(UNDECIDED),
  /** The verifier asked for it, and it is not there. */
  HOLDER_BINDING_MISSING(FAILED),
  /** Somebody else signed, or something else; {@code because} says what. */
  HOLDER_BINDING_BROKEN(FAILED),

  PART_STANDING(PASSED),
  PART_STOOD_THEN(WARNING),
  PART_REVOKED(FAILED),
  PART_SUSPENDED(FAILED),
  PART_UNKNOWN(UNDECIDED),
  PART_STATUS_UNAVAILABLE(UNDECIDED),
  /** Something is kept back that could be one more part. */
  PART_MAY_BE_WITHHELD(UNDECIDED),

  /** Its holder shows a part of it, so that whether the rest is there is not told. */
  PARTLY_SHOWN(PASSED),
  /** Each standard element that its kind asks for is there. */
  ELEMENTS_COMPLETE(PASSED),
  /** {@code missing} names them. */
  ELEMENTS_MISSING(WARNING),
  /** It has what Open Badges 3.0 requires. */
  BADGE_COMPLETE(PASSED),
  /** {@code places} names where something is missing or of another kind. */
  BADGE_INCOMPLETE(WARNING),
  SCHEMA_KEPT(PASSED),
  SCHEMA_NOT_KEPT(WARNING),
  /** It names a schema that we do not hold; what the issuer signed, it signed all the same. */
  SCHEMA_NOT_CHECKED(WARNING),

  /** The document says that nobody assures the quality. */
  ASSURANCE_NONE(PASSED),
  ASSURANCE_SELF_ASSERTED(PASSED),
  /** The register has recorded the named body's decision for the date of the award. */
  ASSURANCE_RECORDED(PASSED),
  /** It names another body, of which the register knows nothing: it is the issuer's own word. */
  ASSURANCE_NOT_RECORDED(PASSED),
  /** The same of an audit, which is a claim that a record must bear out. */
  AUDIT_NOT_RECORDED(WARNING),
  ASSURANCE_REGISTER_UNAVAILABLE(UNDECIDED),

  /** {@code name} of the register endorses it. */
  ENDORSED(PASSED),
  /** Somebody does who is not in the register. */
  ENDORSER_UNKNOWN(WARNING),
  /** Its issuer does, which counts for nothing. */
  ENDORSED_BY_ITSELF(WARNING),
  /** It carries an endorsement of something else. */
  ENDORSEMENT_OF_ANOTHER(WARNING),
  /** It was taken back or has ended, or its endorser was not authorised. */
  ENDORSEMENT_DOES_NOT_STAND(WARNING),
  /** Nobody is known to have made it. */
  ENDORSEMENT_BROKEN(WARNING),
  /** That leaves the credential as it is: it does not rest on its endorsements. */
  ENDORSEMENT_NOT_CHECKED(WARNING),
  TOO_MANY_ENDORSEMENTS(WARNING),

  /** What is known of the issuer was told by another registry, as of an earlier moment. */
  TOLD_BY_ANOTHER_REGISTRY(WARNING),
  /** Keys or a status list came from the web just now; {@code address} says where from. */
  FETCHED_FROM_ELSEWHERE(PASSED),
  /** It was asked for, and could not be had; {@code reason} says why. */
  NOT_FETCHED(UNDECIDED),

  /** An earlier check failed, so nothing that the document says could be relied on for this one. */
  NOT_CHECKED(UNDECIDED);

  private final Outcome outcome;

  FindingCode(Outcome outcome) {
    this.outcome = outcome;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** The stable form, such as {@code part-revoked}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
