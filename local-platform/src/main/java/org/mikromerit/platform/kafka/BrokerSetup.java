package org.mikromerit.platform.kafka;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;

/** What a broker is to hold besides records: topics, users, and who may do what. */
public record BrokerSetup(Topics topics, Users users, Grants grants) {

  /**
   * As the topics declare it, with a user for each service that they name.
   *
   * @param passwords gives each service's
   */
  public static BrokerSetup of(Topics topics, UnaryOperator<String> passwords) {
    return new BrokerSetup(
        topics,
        new Users(topics.services().stream().collect(Collectors.toMap(name -> name, passwords))),
        Grants.of(topics));
  }

  /** Makes what is missing and sets what differs; takes no topic away, but rights do go. */
  public void applyTo(Admin admin) {
    topics.applyTo(admin);
    users.applyTo(admin);
    grants.applyTo(admin);
  }

  /** Empties the broker of all topics and records, and makes what is declared. */
  public void recreateAt(KafkaLogin login) {
    asAdministrator(
        login,
        admin -> {
          topics.recreateOn(admin);
          users.applyTo(admin);
          grants.applyTo(admin);
        });
  }

  /**
   * Kafka's classes are those that this class sees, whatever class loader the calling test has
   * around it.
   */
  private static void asAdministrator(KafkaLogin login, Consumer<Admin> work) {
    Thread thread = Thread.currentThread();
    ClassLoader around = thread.getContextClassLoader();
    thread.setContextClassLoader(BrokerSetup.class.getClassLoader());
    try (Admin admin = Admin.create(login.settings())) {
      work.accept(admin);
    } finally {
      thread.setContextClassLoader(around);
    }
  }
}
