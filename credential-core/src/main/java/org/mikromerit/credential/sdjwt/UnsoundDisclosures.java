package org.mikromerit.credential.sdjwt;

/** What is shown is not what the issuer signed digests of, or could be read in two ways. */
final class UnsoundDisclosures extends Exception {

  private static final long serialVersionUID = 1L;

  UnsoundDisclosures(String message) {
    super(message, null, false, false);
  }
}
