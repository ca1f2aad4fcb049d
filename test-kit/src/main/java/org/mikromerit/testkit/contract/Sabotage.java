package org.mikromerit.testkit.contract;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A fault in the database, as its owner can make one: no event of a chosen subject can be applied
 * until it is mended. It also writes down what was applied, in order.
 */
final class Sabotage implements AutoCloseable {
  private final Connection owner;

  Sabotage() {
    owner = Owner.connect();
    execute(
        """
        create table sabotaged (subject text primary key);
        create table applied (n bigint generated always as identity, subject text, sequence bigint);
        create function sabotage() returns trigger language plpgsql security definer as $$
        begin
          if exists (select from public.sabotaged where subject = new.subject) then
            raise exception 'sabotaged';
          end if;
          insert into public.applied (subject, sequence) values (new.subject, new.sequence);
          return new;
        end $$;
        create trigger sabotage after insert or update on entity_version
          for each row execute function sabotage()
        """);
  }

  /** From now on nothing of this subject can be applied. */
  void sabotage(String subject) {
    update("insert into sabotaged values (?) on conflict do nothing", subject);
  }

  /** The fix. */
  void mend() {
    execute("delete from sabotaged");
  }

  /** The versions of the subject that were applied, in the order in which they were. */
  List<Long> applied(String subject) {
    try (var sql =
        owner.prepareStatement("select sequence from applied where subject = ? order by n")) {
      sql.setString(1, subject);
      try (var row = sql.executeQuery()) {
        var sequences = new ArrayList<Long>();
        while (row.next()) {
          sequences.add(row.getLong(1));
        }
        return sequences;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void update(String text, String value) {
    try (var sql = owner.prepareStatement(text)) {
      sql.setString(1, value);
      sql.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String text) {
    try (var sql = owner.createStatement()) {
      sql.execute(text);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    execute(
        """
        drop trigger sabotage on entity_version;
        drop function sabotage();
        drop table sabotaged, applied
        """);
    try {
      owner.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
