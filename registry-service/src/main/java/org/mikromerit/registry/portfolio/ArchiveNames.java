package org.mikromerit.registry.portfolio;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What files of an exported portfolio are called. */
final class ArchiveNames {
  static final String MANIFEST = "manifest.json";
  static final String BUNDLE = "verification-bundle.jws";
  private static final String ID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
  private static final Pattern CREDENTIAL = Pattern.compile("credentials/" + ID + "\\.json");
  private static final Pattern SD_JWT = Pattern.compile("credentials/" + ID + "\\.sd-jwt");
  private static final Pattern ANY_BUNDLE =
      Pattern.compile("verification-bundle(-[0-9]{1,3})?\\.jws|brought/bundle-[0-9]{1,3}\\.jws");
  private static final Pattern FOR_PEOPLE = Pattern.compile("README\\.txt|portfolio\\.pdf");

  private ArchiveNames() {}

  static String credential(UUID credential) {
    return "credentials/" + credential + ".json";
  }

  static String sdJwt(UUID credential) {
    return "credentials/" + credential + ".sd-jwt";
  }

  static String bundle(int number) {
    return "verification-bundle-" + number + ".jws";
  }

  /** Bundles of the registries that earlier portfolios came from. */
  static String broughtBundle(int number) {
    return "brought/bundle-" + number + ".jws";
  }

  /** The credential that a file of this name holds; empty for any other name. */
  static Optional<UUID> credential(String name) {
    return id(CREDENTIAL.matcher(name));
  }

  /** The credential that a file of this name holds, to be shown in parts. */
  static Optional<UUID> sdJwt(String name) {
    return id(SD_JWT.matcher(name));
  }

  private static Optional<UUID> id(Matcher matcher) {
    return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }

  static boolean isBundle(String name) {
    return ANY_BUNDLE.matcher(name).matches();
  }

  /** Whether it is there for people to read, and says nothing that is taken over. */
  static boolean isForPeople(String name) {
    return FOR_PEOPLE.matcher(name).matches();
  }
}
