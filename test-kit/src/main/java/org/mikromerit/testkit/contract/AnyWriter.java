package org.mikromerit.testkit.contract;

import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.mikromerit.events.Topic;
import org.mikromerit.testkit.platform.Platform;

/** Lets every service write a topic until the broker is next made as new. */
final class AnyWriter {
  private AnyWriter() {}

  /** For contracts that have each service announce the same event, whoever's it is. */
  static void mayWrite(Topic topic) {
    var everybody =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, topic.topicName(), PatternType.LITERAL),
            new AccessControlEntry("User:*", "*", AclOperation.WRITE, AclPermissionType.ALLOW));
    try (Admin admin = Admin.create(Platform.get().kafka().settings())) {
      admin.createAcls(Set.of(everybody)).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
