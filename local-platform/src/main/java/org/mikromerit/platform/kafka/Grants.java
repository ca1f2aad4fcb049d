package org.mikromerit.platform.kafka;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.mikromerit.platform.kafka.Topics.Topic;

/**
 * Who may do what at the broker, as the topics declare it: each has one writer, and only the
 * readers named read it; a service's consumer groups begin with its name. All else is refused.
 */
public record Grants(Set<AclBinding> all) {

  public Grants {
    all = Set.copyOf(all);
  }

  public static Grants of(Topics topics) {
    Set<AclBinding> grants = new LinkedHashSet<>();
    for (Topic topic : topics.all()) {
      if (!topic.writer().isEmpty()) {
        grants.add(grant(topic.writer(), AclOperation.WRITE, named(topic)));
      }
      topic.readers().forEach(reader -> grants.add(grant(reader, AclOperation.READ, named(topic))));
    }
    topics
        .services()
        .forEach(service -> grants.add(grant(service, AclOperation.READ, groupsOf(service))));
    return new Grants(grants);
  }

  /** Gives what is declared, takes away what is not, and waits until the broker goes by it. */
  public void applyTo(Admin admin) {
    Set<AclBinding> given = given(admin);
    Answers.of(admin.createAcls(without(all, given)).all());
    List<AclBindingFilter> stale = without(given, all).stream().map(AclBinding::toFilter).toList();
    Answers.of(admin.deleteAcls(stale).all());
    Answers.await("Kafka took the grants but does not list them.", () -> given(admin).equals(all));
  }

  private static Set<AclBinding> given(Admin admin) {
    return Set.copyOf(Answers.of(admin.describeAcls(AclBindingFilter.ANY).values()));
  }

  private static Collection<AclBinding> without(Set<AclBinding> these, Set<AclBinding> those) {
    return these.stream().filter(each -> !those.contains(each)).collect(Collectors.toSet());
  }

  private static AclBinding grant(String user, AclOperation operation, ResourcePattern on) {
    return new AclBinding(
        on, new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
  }

  private static ResourcePattern named(Topic topic) {
    return new ResourcePattern(ResourceType.TOPIC, topic.name(), PatternType.LITERAL);
  }

  private static ResourcePattern groupsOf(String service) {
    return new ResourcePattern(ResourceType.GROUP, service, PatternType.PREFIXED);
  }
}
