package org.mikromerit.journeys.storm;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
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
    Supplier<String> token = new Renewed(installation, institution);
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

  /**
   * A token that is never old: a storm takes longer than one holds. While nobody gives a new one,
   * the last is used for as long as it holds.
   */
  private static final class Renewed implements Supplier<String> {
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration HOLDS = Duration.ofMinutes(14);

    private final Realm realm;
    private final Institution institution;
    private String token;
    private Instant since;

    Renewed(Installation installation, Institution institution) {
      this.realm = new Realm(installation);
      this.institution = institution;
      this.token = realm.token(institution);
      this.since = Instant.now();
    }

    @Override
    public synchronized String get() {
      if (Instant.now().isAfter(since.plus(FRESH))) {
        renew();
      }
      return token;
    }

    private void renew() {
      try {
        token = realm.token(institution);
        since = Instant.now();
      } catch (UncheckedIOException | AssertionError e) {
        if (Instant.now().isAfter(since.plus(HOLDS))) {
          throw e;
        }
      }
    }
  }
}
