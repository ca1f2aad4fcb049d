package org.mikromerit.credential.sdjwt;

/**
 * What must not be among the things that a holder keeps back without the verdict saying so: each
 * could take back what the rest says. Whether the holder's key is, {@link SdJwtVerifier} tells with
 * the binding.
 */
public enum Withheld {
  /** How it stands. Who shows one of two mechanisms shows what there is to tell. */
  STATUS,
  BEGINNING,
  END,
  /** The parts of an award, any of which may have been taken back. */
  PARTS;

  /** The members that would say it, one of which is enough. */
  String[] members() {
    return switch (this) {
      case STATUS -> new String[] {"credentialStatus", "status"};
      case BEGINNING -> new String[] {"validFrom", "issuanceDate", "nbf"};
      case END -> new String[] {"validUntil", "expirationDate", "exp"};
      case PARTS -> new String[] {"evidence"};
    };
  }
}
