package org.mikromerit.journeys.storm.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.mikromerit.journeys.storm.Databases;
import org.mikromerit.journeys.storm.Fleet;

/**
 * One insert into one table fails as if another transaction had come first, wherever it is in its
 * own.
 *
 * @param nth which of those to come
 */
public record RefuseInsert(String database, String table, int nth) implements Fault {
  private static final Duration LONGEST = Duration.ofSeconds(15);

  private static final List<List<String>> PLACES =
      List.of(
          List.of("issuer", "credential"),
          List.of("issuer", "credential_status"),
          List.of("issuer", "idempotency"),
          List.of("issuer", "outbox"),
          List.of("issuer", "audit"),
          List.of("issuer", "status_change"),
          List.of("issuer", "inbox"),
          List.of("registry", "ledger_entry"),
          List.of("registry", "portfolio_body"),
          List.of("registry", "inbox"),
          List.of("verification", "inbox"),
          List.of("stacking", "credential"),
          List.of("stacking", "stack"),
          List.of("stacking", "outbox"));

  static Fault any(Random random) {
    List<String> place = PLACES.get(random.nextInt(PLACES.size()));
    return new RefuseInsert(place.getFirst(), place.getLast(), 1 + random.nextInt(30));
  }

  @Override
  public void strike(Fleet fleet) {
    try (Databases databases = new Databases(fleet.stack().postgres())) {
      // A sequence is outside every transaction, so that one insert alone fails.
      databases.run(
          database,
          """
          create sequence storm_insert;
          create function storm_refuse() returns trigger language plpgsql security definer as $$
          begin
            if nextval('storm_insert') = %d then
              raise exception 'refused by the storm' using errcode = '40001';
            end if;
            return new;
          end $$;
          create trigger storm_refuse before insert on %s
            for each row execute function storm_refuse()
          """
              .formatted(nth, table));
      Instant end = Instant.now().plus(LONGEST);
      while (Instant.now().isBefore(end)
          && databases.count(database, "select last_value from storm_insert") < nth) {
        Fault.last(Duration.ofMillis(200));
      }
      databases.run(database, "drop function storm_refuse() cascade; drop sequence storm_insert");
    }
  }
}
