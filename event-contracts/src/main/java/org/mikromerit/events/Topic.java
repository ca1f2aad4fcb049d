package org.mikromerit.events;

import java.util.Optional;

/**
 * The topics, each with the one service that writes it. Partitions and broker settings stand in
 * {@code topics.json} beside this class, from which the topics are created.
 */
public enum Topic {
  ORGANISATION("mm.organisation.v1", Lane.PRIORITY, "/registry"),
  ORGANISATION_KEY("mm.organisation-key.v1", Lane.PRIORITY, "/issuer"),
  DEFINITION("mm.definition.v1", Lane.PRIORITY, "/issuer"),
  CREDENTIAL("mm.credential.v1", Lane.NORMAL, "/issuer"),
  CREDENTIAL_STATUS("mm.credential-status.v1", Lane.PRIORITY, "/issuer"),
  STATUS_LIST("mm.status-list.v1", Lane.PRIORITY, "/issuer"),
  STACK("mm.stack.v1", Lane.NORMAL, "/stacking"),
  ISSUING_RIGHT("mm.issuing-right.v1", Lane.PRIORITY, "/issuer"),
  DELIVERY("mm.delivery.v1", Lane.NORMAL, "/issuer"),
  LEARNER_LINK("mm.learner-link.v1", Lane.PRIORITY, "/registry"),
  TRUST_BUNDLE("mm.trust-bundle.v1", Lane.PRIORITY, "/registry"),
  KEY_COMPROMISE("mm.key-compromise.v1", Lane.PRIORITY, "/registry"),
  GIVEN_CREDENTIAL("mm.given-credential.v1", Lane.NORMAL, "/issuer");

  private final String topicName;
  private final Lane lane;
  private final String source;

  Topic(String topicName, Lane lane, String source) {
    this.topicName = topicName;
    this.lane = lane;
    this.source = source;
  }

  /** The name on the broker. */
  public String topicName() {
    return topicName;
  }

  public Lane lane() {
    return lane;
  }

  /** The only {@code ce_source} that this topic's events may have. */
  public String source() {
    return source;
  }

  /** What is declared of it. */
  public TopicSettings settings() {
    return TopicSettings.of(this);
  }

  /**
   * Whether it keeps the newest event of every key for ever: what was read once can be read again.
   */
  public boolean compacted() {
    return settings().compacted();
  }

  public static Optional<Topic> named(String topicName) {
    for (Topic each : values()) {
      if (each.topicName.equals(topicName)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
