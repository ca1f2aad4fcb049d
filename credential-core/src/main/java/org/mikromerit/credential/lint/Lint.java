package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * Looks at a credential before it is signed, for what would make it useless or misleading although
 * its signature holds (VCDM 2.0, sections 4 and 5.3). That every member is covered by the signature
 * is not asked here: that is what {@link org.mikromerit.credential.jsonld.StrictJsonLd} is for.
 */
public final class Lint {

  private static final int MOST_FAULTS = 50;

  private static final List<Rule> RULES =
      List.of(
          new IsCredential(),
          new TypesAreStated(),
          new IdentifiersAreUrls(),
          new SubjectsSaySomething(),
          new ValidityIsInOrder(),
          new TextsAreReadable(),
          new StatusesAreComplete(),
          new DigestsAreTrue());

  private Lint() {}

  /** All that is wrong, in the order of the rules, up to a bound; empty if it may be signed. */
  public static List<Fault> faults(JsonObject document) {
    return RULES.stream()
        .flatMap(rule -> rule.faults(document).stream())
        .limit(MOST_FAULTS)
        .toList();
  }

  /**
   * Stops a signature of which nothing good would come.
   *
   * @throws IllegalArgumentException with all that is wrong; who signs for others looks at {@link
   *     #faults} before, and tells them
   */
  public static void require(JsonObject document) {
    List<Fault> faults = faults(document);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException("the document is not fit to be signed: " + faults);
    }
  }
}
