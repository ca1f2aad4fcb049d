package org.mikromerit.journeys.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclBinding;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mikromerit.platform.Folders;
import org.mikromerit.platform.Versions;
import org.mikromerit.platform.kafka.Grants;
import org.mikromerit.platform.kafka.Topics;

/** What Strimzi is asked to make is what {@code prepare} makes elsewhere. */
class OperatorsTest {
  private static final Topics DECLARED = Topics.declaredIn(Folders.checkout());

  @SuppressWarnings("NullAway.Init") // set once, before every test
  private static Manifests operators;

  @BeforeAll
  static void render() {
    assumeTrue(Manifests.canBeRendered(), "No kubectl here, so the manifests are not checked.");
    operators = Manifests.rendered("operators");
  }

  @Test
  void everyTopicIsMadeAsItIsDeclared() {
    Map<String, String> made = new TreeMap<>();
    for (KafkaTopic topic : operators.of(KafkaTopic.class)) {
      Map<String, Object> config = new TreeMap<>(topic.getSpec().getConfig());
      config.remove("min.insync.replicas");
      made.put(topic.getMetadata().getName(), topic.getSpec().getPartitions() + " " + config);
    }

    Map<String, String> declared = new TreeMap<>();
    for (Topics.Topic topic : DECLARED.all()) {
      Map<String, Object> config = new TreeMap<>(topic.config());
      config.remove("min.insync.replicas");
      declared.put(topic.name(), topic.partitions() + " " + config);
    }
    assertThat(made).isEqualTo(declared);
  }

  @Test
  void aRecordIsOnTwoBrokersBeforeItIsConfirmed() {
    assertThat(operators.of(KafkaTopic.class))
        .allSatisfy(
            topic -> {
              assertThat(topic.getSpec().getReplicas()).isEqualTo(3);
              assertThat(topic.getSpec().getConfig()).containsEntry("min.insync.replicas", "2");
            });
  }

  @Test
  void eachUserMayDoWhatIsGrantedAndNothingElse() {
    Set<String> made = new TreeSet<>();
    for (KafkaUser user : operators.of(KafkaUser.class)) {
      var rights = (KafkaUserAuthorizationSimple) user.getSpec().getAuthorization();
      for (AclRule rule : rights.getAcls()) {
        rule.getOperations()
            .forEach(
                operation ->
                    made.add(
                        user.getMetadata().getName()
                            + " "
                            + operation.toValue().toUpperCase(Locale.ROOT)
                            + " "
                            + resource(rule)));
      }
    }

    Set<String> granted =
        Grants.of(DECLARED).all().stream()
            .map(OperatorsTest::sentence)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(made).isEqualTo(granted);
  }

  @Test
  void theBrokerIsOfTheVersionThatTestsRunOn() {
    assertThat(operators.of(Kafka.class))
        .singleElement()
        .satisfies(
            kafka ->
                assertThat(kafka.getSpec().getKafka().getVersion())
                    .isEqualTo(Versions.ofThisBuild().kafka()));
  }

  private static String resource(AclRule rule) {
    return switch (rule.getResource()) {
      case AclRuleTopicResource topic ->
          "TOPIC " + pattern(topic.getPatternType()) + " " + topic.getName();
      case AclRuleGroupResource group ->
          "GROUP " + pattern(group.getPatternType()) + " " + group.getName();
      default -> "something else";
    };
  }

  private static String pattern(AclResourcePatternType type) {
    return type == AclResourcePatternType.PREFIX ? "PREFIXED" : "LITERAL";
  }

  private static String sentence(AclBinding grant) {
    return grant.entry().principal().replaceFirst("^User:", "")
        + " "
        + grant.entry().operation()
        + " "
        + grant.pattern().resourceType()
        + " "
        + grant.pattern().patternType()
        + " "
        + grant.pattern().name();
  }
}
