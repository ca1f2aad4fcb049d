package org.mikromerit.platform.prepare;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.kafka.BrokerSetup;
import org.mikromerit.platform.kafka.KafkaLogin;
import org.mikromerit.platform.kafka.Topics;
import org.mikromerit.platform.postgres.PostgresAdmin;

/**
 * Makes databases, roles, topics, users and their rights, or sets them anew, and ends: the first
 * thing that runs where containers run.
 */
public final class Prepare {
  private final Order order;
  private final Topics topics;
  private final PrintStream out;

  Prepare(Order order, Topics topics, PrintStream out) {
    this.order = order;
    this.topics = topics;
    this.out = out;
  }

  /** Ends the JVM with 0 if all is there; its argument is the declaration of the topics. */
  public static void main(String[] arguments) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    try {
      Topics topics = Topics.read(Path.of(arguments[0]));
      new Prepare(new Order(System.getenv()), topics, out).run();
    } catch (PlatformException e) {
      out.println(e.getMessage());
      System.exit(1);
    }
  }

  void run() {
    if (order.postgres().isEmpty() && order.kafka().isEmpty()) {
      throw new PlatformException(
          "Neither MIKROMERIT_POSTGRES nor MIKROMERIT_KAFKA is given: there is nothing to prepare.");
    }
    order.postgres().ifPresent(this::makeDatabases);
    order.kafka().ifPresent(this::setUpBroker);
    out.println("Prepared.");
  }

  private void makeDatabases(String address) {
    PostgresAdmin postgres =
        new PostgresAdmin(address, order.postgresUser(), order.postgresPassword());
    postgres.requireDurable();
    for (String name : order.databases()) {
      postgres.ensure(name, order.ownerPassword(name), order.appPassword(name));
      out.println("Database " + name + ".");
    }
  }

  private void setUpBroker(String address) {
    BrokerSetup setup = BrokerSetup.of(topics, order::kafkaPassword);
    KafkaLogin login = new KafkaLogin(address, order.kafkaUser(), order.kafkaPassword());
    Map<String, Object> settings = new HashMap<>(login.settings());
    order.kafkaSecurity().ifPresent(security -> settings.put("security.protocol", security));
    try (Admin admin = Admin.create(settings)) {
      setup.applyTo(admin);
    }
    out.println(
        "%d topics, %d users, %d rights."
            .formatted(
                setup.topics().all().size(),
                setup.users().passwords().size(),
                setup.grants().all().size()));
  }
}
