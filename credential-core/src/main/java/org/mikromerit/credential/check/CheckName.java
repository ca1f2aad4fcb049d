package org.mikromerit.credential.check;

import java.util.Locale;

/** What is checked, in the order in which it is told. */
public enum CheckName {
  /** Whether it is a credential of a form that we read, all of whose members a signature covers. */
  FORMAT,
  /** Whether its issuer signed it. */
  PROOF,
  /** Whether the issuer is known, and was entitled when it issued. */
  ISSUER,
  /** Whether the issuer created what it awarded, or had its creator's right to award it. */
  ISSUING_RIGHT,
  /** Whether the issuer was accredited when it awarded this, and is now. */
  ACCREDITATION,
  /** Whether it was revoked or suspended. */
  STATUS,
  /** Whether it is valid now. */
  TIME,
  /** Whether who shows it showed to be its holder. */
  HOLDER_BINDING,
  /** Whether the credentials that an award rests on still stand. */
  PARTS,
  /** Whether it says all that one of its kind must say. */
  COMPLETENESS,
  /** Who but the issuer vouches for the quality. */
  QUALITY_ASSURANCE,
  /** Whether those endorse it who are said to. */
  ENDORSEMENTS,
  /** Whose word all this rests on, where it is not our own register's. */
  SOURCE;

  /** As it is written for others. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
