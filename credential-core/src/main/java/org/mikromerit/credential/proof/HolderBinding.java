package org.mikromerit.credential.proof;

/** Whether whoever shows a credential showed to be its holder. */
public enum HolderBinding {
  /** It names no holder by a key or DID, so that whoever has it can show it. */
  BEARER,
  /** It names its holder, and nobody showed to be that. */
  NOT_SHOWN,
  /** Its holder signed for the verifier who asked. */
  SHOWN,
  /** Its holder signed, for whom and when is for somebody to tell who asked, and nobody did. */
  NOBODY_ASKED,
  /** It names its holder's key in a way that we do not read. */
  KEY_UNKNOWN,
  /** Something is kept back that could be its holder's key. */
  MAY_BE_WITHHELD,
  /** The verifier asked for it, and it is not there. */
  MISSING,
  /** What should show it is not written as it must be. */
  MALFORMED,
  /** Another key signed, or something else. */
  SIGNATURE,
  /** Somebody else presents it than whom it names. */
  OTHER_HOLDER,
  /** The holder signed for another choice of disclosures. */
  OTHER_PRESENTATION,
  /** The holder signed for somebody else. */
  OTHER_AUDIENCE,
  /** The holder signed for another question, maybe an earlier one. */
  OTHER_NONCE,
  /** The holder signed too long ago, or later than now. */
  OTHER_TIME;

  /** The same, where a verifier asked for a binding that must therefore be there. */
  public HolderBinding asked() {
    return this == BEARER || this == NOT_SHOWN ? MISSING : this;
  }
}
