package org.mikromerit.credential.openbadge;

import org.mikromerit.credential.document.Unicode;

/**
 * Who receives a credential, as far as the credential itself says so. Nothing else of a person goes
 * into one: a hashed national number is a national number.
 */
public record Holder(String givenName, String familyName) {

  private static final int LONGEST_NAME = 200;

  /** Checks that there is a name to show. */
  public Holder {
    require(givenName);
    require(familyName);
  }

  private static void require(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || !Unicode.isReadable(name)) {
      throw new IllegalArgumentException(
          "a name has 1 to " + LONGEST_NAME + " readable characters");
    }
  }

  public String fullName() {
    return givenName + " " + familyName;
  }
}
