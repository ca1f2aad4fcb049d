package org.mikromerit.journeys.storm;

import java.util.UUID;
import java.util.function.Supplier;
import org.mikromerit.journeys.Installation;
import org.mikromerit.journeys.Institution;
import org.mikromerit.journeys.Realm;
import org.mikromerit.journeys.World;
import org.mikromerit.testkit.http.Http;

/**
 * An institution with what it has published: a credential that stands alone, two that together
 * complete a pathway, and what is awarded for it.
 *
 * @param number by which the journal names it
 */
public record Tenant(
    int number,
    Institution institution,
    Supplier<String> token,
    String alone,
    String first,
    String second,
    String pathway) {

  /** Has one authorised and lets it publish. */
  static Tenant settled(int number, Installation installation, World world) {
    Institution institution =
        Institution.authorised(installation, world.organisation("Skolan " + number));
    Realm realm = new Realm(installation);
    Supplier<String> token = new Renewed(() -> realm.token(institution));
    Institution settled = institution.through(installation::issuer, token);
    String first = settled.published(world.definition());
    String second = settled.published(world.definition());
    String pathway =
        settled.pathway(
            "{\"allOf\":[{\"part\":{\"definition\":\"%s\"}},{\"part\":{\"definition\":\"%s\"}}]}"
                .formatted(first, second));
    settled.awards(pathway, settled.published(world.definition()));
    return new Tenant(
        number, settled, token, settled.published(world.definition()), first, second, pathway);
  }

  public UUID organisation() {
    return institution.id();
  }

  /** The institution, asking another issuer. */
  public Institution at(Http issuer) {
    return institution.through(() -> issuer, token);
  }
}
