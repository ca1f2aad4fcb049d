package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.mikromerit.issuer.signing.KeyCompromised;

/**
 * What a compromised key signed says nothing any more: its organisation's lists are signed anew.
 */
@ApplicationScoped
class SignListsAnew {
  private final StatusLists lists;

  SignListsAnew(StatusLists lists) {
    this.lists = lists;
  }

  void whenCompromised(@Observes KeyCompromised compromised) {
    lists.markAllChanged(compromised.organisation());
  }
}
