package org.mikromerit.issuer.award.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.issuer.award.Award;
import org.mikromerit.issuer.award.LearnOfStack;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.stack.v1: a pathway was completed. */
@ApplicationScoped
class StackCompletedHandler implements EventHandler<StackCompletedV1> {
  private final LearnOfStack learnOfStack;

  StackCompletedHandler(LearnOfStack learnOfStack) {
    this.learnOfStack = learnOfStack;
  }

  @Override
  public Class<StackCompletedV1> data() {
    return StackCompletedV1.class;
  }

  @Override
  public void apply(Event<StackCompletedV1> event) {
    var data = event.data();
    learnOfStack.completed(
        new Award(
            data.stackId(),
            data.organisationId(),
            data.pathwayId(),
            data.pathwayVersion(),
            data.learner(),
            data.attempt(),
            data.parts(),
            data.completedAt()));
  }
}
