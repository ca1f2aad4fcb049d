package org.mikromerit.testkit.platform;

import java.nio.file.Path;
import java.util.Properties;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.postgres.PostgresAdmin;

/**
 * PostgreSQL and Kafka that belong to one JVM, which may stop them, let them crash and start them
 * again: same addresses, same data. Processes or containers are two kinds of the same.
 */
interface Servers {

  /** As the superuser. */
  PostgresAdmin postgres();

  /** As the administrator. */
  KafkaLogin kafka();

  /** An orderly stop. */
  void stopKafka();

  /** As a crash would. */
  void killKafka();

  /** Starts it unless it runs, and waits until it answers. */
  void startKafka();

  boolean kafkaRuns();

  void stopPostgres();

  void killPostgres();

  void startPostgres();

  /** A folder of theirs, which goes with them. */
  Path folder();

  /** Writes down what another class loader of this JVM needs in order to see the same servers. */
  void describe(Properties properties);

  /** Ends them and removes what they held. */
  void close();
}
