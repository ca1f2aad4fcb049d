package org.mikromerit.testkit.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.Database;

/**
 * Gives a Quarkus test a fresh database and a broker without records. Arguments: {@code database}
 * names the service whose database it is, and as whom the broker is reached (default "test");
 * {@code own=true} takes servers that no other test uses, so that this one may stop them through
 * {@link Platform#get()}.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {
  private String service = "test";
  private boolean own;
  private @Nullable Platform taken;

  @Override
  public void init(Map<String, String> arguments) {
    service = arguments.getOrDefault("database", service);
    own = Boolean.parseBoolean(arguments.getOrDefault("own", "false"));
  }

  @Override
  public Map<String, String> start() {
    Platform platform = own ? takeOwn() : Platform.get();
    platform.recreateTopics();
    Database database = platform.freshDatabase(service);
    KafkaLogin kafka = platform.kafkaAs(service);
    return Map.of(
        "mikromerit.database.url", database.jdbcUrl(),
        "mikromerit.database.user", database.app(),
        "mikromerit.database.password", database.appPassword(),
        "mikromerit.database.owner", database.owner(),
        "mikromerit.database.owner-password", database.ownerPassword(),
        "mikromerit.kafka", kafka.bootstrap(),
        "mikromerit.kafka-user", kafka.user(),
        "mikromerit.kafka-password", kafka.password());
  }

  @Override
  public void stop() {
    Platform mine = taken;
    if (mine != null) {
      taken = null;
      mine.giveBack();
    }
  }

  private Platform takeOwn() {
    Platform platform = Platform.get();
    // The one that this JVM started is already nobody else's.
    if (platform.isOwn()) {
      return platform;
    }
    Platform mine = Platform.own();
    mine.takeOver();
    taken = mine;
    return mine;
  }
}
