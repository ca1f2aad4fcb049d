package org.mikromerit.issuer.award.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.mikromerit.events.Event;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.issuer.award.LearnOfStack;
import org.mikromerit.kit.inbox.EventHandler;

/** mm.stack.v1: a pathway that came apart is whole again. */
@ApplicationScoped
class StackRestoredHandler implements EventHandler<StackRestoredV1> {
  private final LearnOfStack learnOfStack;

  StackRestoredHandler(LearnOfStack learnOfStack) {
    this.learnOfStack = learnOfStack;
  }

  @Override
  public Class<StackRestoredV1> data() {
    return StackRestoredV1.class;
  }

  @Override
  public void apply(Event<StackRestoredV1> event) {
    learnOfStack.restored(event.data().stackId());
  }
}
