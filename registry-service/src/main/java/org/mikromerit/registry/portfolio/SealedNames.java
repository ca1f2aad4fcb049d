package org.mikromerit.registry.portfolio;

import java.util.UUID;

/** What names a thing among all that is sealed under one key. */
public final class SealedNames {

  private SealedNames() {}

  public static String document(UUID credential) {
    return credential.toString();
  }

  public static String sdJwt(UUID credential) {
    return "sd-jwt/" + credential;
  }

  public static String share(UUID share) {
    return "share/" + share;
  }
}
