package org.mikromerit.testkit.platform;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.mikromerit.platform.PrivateServers;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.PostgresAdmin;

/** Servers as processes of this machine, which need nothing but Java. */
record ProcessServers(PrivateServers servers) implements Servers {

  static ProcessServers start() {
    return new ProcessServers(PrivateServers.start());
  }

  static Optional<Servers> described(Properties properties, String password) {
    return PrivateServers.described(properties, password).map(ProcessServers::new);
  }

  @Override
  public PostgresAdmin postgres() {
    return servers.postgres().admin();
  }

  @Override
  public KafkaLogin kafka() {
    return servers.kafka().login();
  }

  @Override
  public void stopKafka() {
    servers.kafka().stop();
  }

  @Override
  public void killKafka() {
    servers.kafka().kill();
  }

  @Override
  public void startKafka() {
    servers.kafka().start();
  }

  @Override
  public boolean kafkaRuns() {
    return servers.kafka().daemon().running().isPresent();
  }

  @Override
  public void stopPostgres() {
    servers.postgres().stop();
  }

  @Override
  public void killPostgres() {
    servers.postgres().kill();
  }

  @Override
  public void startPostgres() {
    servers.postgres().start();
  }

  @Override
  public Path folder() {
    return servers.home().root();
  }

  @Override
  public void describe(Properties properties) {
    servers.describe(properties);
  }

  @Override
  public void close() {
    servers.close();
  }
}
