package org.mikromerit.registry.issuingright.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.UnreadableEvent;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.registry.issuingright.IssuingRights;

@ApplicationScoped
class IssuingRightTable implements IssuingRights {
  private final Jdbi jdbi;

  IssuingRightTable(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void put(IssuingRightChangedV1 right) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    insert into issuing_right (id, definition, issuer, content)
                    values (:id, :definition, :issuer, cast(:content as jsonb))
                    on conflict (id) do update set content = excluded.content
                    """)
                .bind("id", right.rightId())
                .bind("definition", right.definitionId())
                .bind("issuer", right.issuerId())
                .bind("content", new String(EventCodec.toJson(right), StandardCharsets.UTF_8))
                .execute());
  }

  @Override
  public List<IssuingRightChangedV1> of(UUID definition, UUID issuer) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select content from issuing_right
                    where definition = :definition and issuer = :issuer order by id
                    """)
                .bind("definition", definition)
                .bind("issuer", issuer)
                .mapTo(String.class)
                .map(IssuingRightTable::right)
                .list());
  }

  private static IssuingRightChangedV1 right(String content) {
    try {
      return EventCodec.decode(
          IssuingRightChangedV1.class, content.getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableEvent e) {
      throw new IllegalStateException("a right that was entered cannot be read back", e);
    }
  }
}
