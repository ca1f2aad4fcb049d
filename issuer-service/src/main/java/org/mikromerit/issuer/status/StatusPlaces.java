package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.mikromerit.issuer.status.StatusLists.Block;

/**
 * The places that this process may give to credentials. Ask outside a transaction: it may need one.
 */
@ApplicationScoped
public class StatusPlaces {
  private final HandOutPlaces handOutPlaces;
  private final Map<UUID, Stock> stocks = new ConcurrentHashMap<>();

  StatusPlaces(HandOutPlaces handOutPlaces) {
    this.handOutPlaces = handOutPlaces;
  }

  /** A place that nobody else gets; empty for an organisation that cannot sign. */
  public Optional<StatusPlace> take(UUID organisation) {
    return stockOf(organisation).take(organisation);
  }

  /** Takes back a place that has certainly not been used. */
  public void giveBack(UUID organisation, StatusPlace place) {
    stockOf(organisation).giveBack(place);
  }

  private Stock stockOf(UUID organisation) {
    return stocks.computeIfAbsent(organisation, _ -> new Stock());
  }

  private final class Stock {
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<StatusPlace> places = new ArrayDeque<>();

    Optional<StatusPlace> take(UUID organisation) {
      lock.lock();
      try {
        if (places.isEmpty()) {
          handOutPlaces.next(organisation).ifPresent(this::fill);
        }
        return Optional.ofNullable(places.poll());
      } finally {
        lock.unlock();
      }
    }

    void giveBack(StatusPlace place) {
      lock.lock();
      try {
        places.addFirst(place);
      } finally {
        lock.unlock();
      }
    }

    private void fill(Block block) {
      var permutation = new IndexPermutation(block.list().seed(), block.list().capacity());
      for (int place = block.first(); place < block.beyond(); place++) {
        places.add(
            new StatusPlace(
                block.list().id(), block.list().suspensions(), permutation.indexOf(place)));
      }
    }
  }
}
