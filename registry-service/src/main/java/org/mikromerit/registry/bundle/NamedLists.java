package org.mikromerit.registry.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.registry.organisation.PublicAddress;
import org.mikromerit.registry.publication.StatusLists;

/** Status lists by the addresses that credentials name them by. */
@ApplicationScoped
class NamedLists {
  private final StatusLists lists;
  private final String prefix;

  NamedLists(StatusLists lists, PublicAddress address) {
    this.lists = lists;
    this.prefix = address.url() + "/status-lists/";
  }

  /**
   * A list that is ours to serve.
   *
   * @param credential the signed list, exactly
   */
  record Named(UUID organisation, String credential) {}

  Optional<Named> at(URI url) {
    String text = url.toString();
    if (!text.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      return lists
          .find(UUID.fromString(text.substring(prefix.length())))
          .map(list -> new Named(list.organisation(), list.credential()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
