package org.mikromerit.platform.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Those who may sign in at the broker, besides its administrator.
 *
 * @param passwords by name
 */
public record Users(Map<String, String> passwords) {
  /** Kafka's least; the passwords are random, so guessing is hopeless already. */
  private static final ScramCredentialInfo SCRAM =
      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_256, 4096);

  public Users {
    passwords = Map.copyOf(passwords);
  }

  /** Makes them or sets their passwords anew, and waits until the broker lets them in. */
  public void applyTo(Admin admin) {
    List<UserScramCredentialAlteration> changes = new ArrayList<>();
    passwords.forEach(
        (name, password) -> changes.add(new UserScramCredentialUpsertion(name, SCRAM, password)));
    Answers.of(admin.alterUserScramCredentials(changes).all());
    Answers.await(
        "Kafka made the users but does not know them.", () -> known(admin).containsAll(names()));
  }

  private Set<String> names() {
    return passwords.keySet();
  }

  private static Set<String> known(Admin admin) {
    return Answers.of(admin.describeUserScramCredentials().all()).keySet();
  }
}
