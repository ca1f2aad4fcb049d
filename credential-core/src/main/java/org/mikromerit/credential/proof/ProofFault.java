package org.mikromerit.credential.proof;

/** Why a proof does not hold, or why nobody here can tell. */
public enum ProofFault {
  /** There is no proof. */
  MISSING(Kind.BROKEN),
  /** There are more than anybody honest needs. */
  TOO_MANY(Kind.BROKEN),
  /** An option is missing, unknown or not what it should be. */
  MALFORMED(Kind.BROKEN),
  /** It is meant for something else than asserting claims. */
  WRONG_PURPOSE(Kind.BROKEN),
  /** Its key is not one of the issuer's DID. */
  FOREIGN_KEY(Kind.BROKEN),
  /** The issuer is known and has no such key. */
  KEY_NOT_OF_ISSUER(Kind.BROKEN),
  /** The signature is not over this document. */
  SIGNATURE(Kind.BROKEN),
  /** It was made to expire, and did. */
  EXPIRED(Kind.BROKEN),
  /** Beside the credential it says something else of it: another issuer, holder or time. */
  CLAIMS_DIFFER(Kind.BROKEN),
  /** What is shown of it is not what was signed, or could be read in two ways. */
  DISCLOSURES(Kind.BROKEN),
  /** It says that it was made later than now. */
  FROM_THE_FUTURE(Kind.BROKEN),
  /** A suite or type of proof that we do not know. */
  UNKNOWN_SUITE(Kind.UNCHECKED),
  /** It does not say when it was made, which it need not. */
  UNDATED(Kind.UNCHECKED),
  /** It says whom it is for, and nobody said who asks here. */
  ADDRESSED(Kind.UNCHECKED),
  /** It was made over another proof, which is not there. */
  LINK_MISSING(Kind.BROKEN),
  /** We hold no keys of this issuer. */
  UNKNOWN_ISSUER(Kind.UNCHECKED),
  /** Our own copy of keys cannot be read just now. */
  KEYS_UNAVAILABLE(Kind.UNCHECKED);

  private enum Kind {
    BROKEN,
    UNCHECKED
  }

  private final Kind kind;

  ProofFault(Kind kind) {
    this.kind = kind;
  }

  /** Whether the proof is known not to hold, as opposed to not known to hold. */
  public boolean isBroken() {
    return kind == Kind.BROKEN;
  }
}
