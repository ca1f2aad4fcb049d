package org.mikromerit.issuer.award.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.issuer.award.LearnOfStack;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.stack.v1: a completed pathway came apart. */
@ApplicationScoped
class StackBrokenHandler implements EventHandler<StackBrokenV1> {
  private final LearnOfStack learnOfStack;

  StackBrokenHandler(LearnOfStack learnOfStack) {
    this.learnOfStack = learnOfStack;
  }

  @Override
  public Class<StackBrokenV1> data() {
    return StackBrokenV1.class;
  }

  @Override
  public void apply(Event<StackBrokenV1> event) {
    learnOfStack.broken(event.data().stackId());
  }
}
