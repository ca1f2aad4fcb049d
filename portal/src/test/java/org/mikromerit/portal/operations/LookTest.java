package org.mikromerit.portal.operations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.ProcessingException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

@Tag("OPS-4")
class LookTest {
  private static final Instant NOW = Instant.parse("2026-05-20T10:00:00Z");

  @ParameterizedTest
  @CsvSource({", GOOD", "2026-05-20T09:59:45Z, GOOD", "2026-05-20T09:59:00Z, WARNING"})
  void whatWaitsLongForTheBrokerIsWorthALook(Instant oldest, Status status) {
    Look look = Look.at("issuer", new Service(oldest, null), null, 25, NOW);

    assertThat(look.up()).isTrue();
    assertThat(look.outboxStatus()).isEqualTo(status);
    assertThat(look.parkedStatus()).isEqualTo(Status.GOOD);
    assertThat(look.inbox().value().waiting()).isEqualTo(7);
  }

  @Test
  void whereThePartOfTheBrokerIsAwayTheOthersAreStillThere() {
    Look look = Look.at("issuer", new Service(null, "inbox"), null, 25, NOW);

    assertThat(look.up()).isTrue();
    assertThat(look.inbox().away()).isEqualTo("issuer");
    assertThat(look.parked().here()).isTrue();
  }

  @Test
  void aServiceThatIsAwayIsAskedOnce() {
    var service = new Service(null, "outbox");

    Look look = Look.at("issuer", service, null, 25, NOW);

    assertThat(look.up()).isFalse();
    assertThat(look.answers()).isEqualTo(Status.BAD);
    assertThat(look.outboxStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(look.parkedStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(service.asked).isEqualTo(1);
  }

  /** A service of which one part may be away. */
  private static final class Service implements Operated {
    private final @Nullable Instant oldest;
    private final @Nullable String away;
    private int asked;

    Service(@Nullable Instant oldest, @Nullable String away) {
      this.oldest = oldest;
      this.away = away;
    }

    @Override
    public Outbox outbox() {
      there("outbox");
      return new Outbox(oldest == null ? 0 : 3, oldest);
    }

    @Override
    public Inbox inbox() {
      there("inbox");
      return new Inbox(List.of(new Unread("a", 3), new Unread("b", 4)));
    }

    @Override
    public Paged<Parked> parked(@Nullable String after, int limit) {
      there("parked");
      return new Paged<>(List.of(), null);
    }

    @Override
    public Begun retry(Retry retry) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Paged<Replay> replays(@Nullable String after, int limit) {
      throw new UnsupportedOperationException();
    }

    private void there(String part) {
      asked++;
      if (part.equals(away)) {
        throw new ProcessingException("away");
      }
    }
  }
}
