package org.mikromerit.verification.foreign;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.mikromerit.verification.foreign.Fetched.Document;
import org.mikromerit.verification.foreign.Fetched.Failed;
import org.mikromerit.verification.foreign.Fetched.Reason;

/**
 * The one way out. A document that somebody posts may name any address, so each is held against
 * {@link ForeignUrl}, its name is looked up once, each address that it stands for must be {@link
 * PublicAddress public}, and the connection goes to one of these and nowhere else; all of it again
 * for each redirect.
 */
@ApplicationScoped
public class GuardedClient {
  private static final Logger LOG = Logger.getLogger(GuardedClient.class);
  private static final int MOST_REDIRECTS = 2;
  private static final int MOST_MACHINES = 2;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final ForeignConfig config;
  private final Names names;
  private final Wire wire;
  private final Semaphore calls;
  // A look-up cannot be broken off, and holds its place until it ends.
  private final Semaphore lookUps;
  private final Map<String, Integer> hosts = new ConcurrentHashMap<>();

  GuardedClient(ForeignConfig config, Names names, Wire wire) {
    this.config = config;
    this.names = names;
    this.wire = wire;
    this.calls = new Semaphore(config.mostAtOnce());
    this.lookUps = new Semaphore(config.mostAtOnce());
  }

  /**
   * What may come.
   *
   * @param types media types
   * @param elsewhere whether another host may answer in the end: not where the host is the witness
   */
  record Wanted(Set<String> types, boolean elsewhere) {}

  /** The document at the address, or why there is none. */
  Fetched get(URI address, Wanted wanted) {
    if (!config.enabled()) {
      return new Failed(Reason.SWITCHED_OFF);
    }
    Optional<ForeignUrl> url = ForeignUrl.of(address, config.ports());
    if (url.isEmpty()) {
      return new Failed(Reason.NOT_ALLOWED);
    }
    if (!calls.tryAcquire()) {
      return new Failed(Reason.BUSY);
    }
    try {
      return toOneHost(url.get(), wanted);
    } finally {
      calls.release();
    }
  }

  private Fetched toOneHost(ForeignUrl url, Wanted wanted) {
    try {
      if (hosts.merge(url.host(), 1, Integer::sum) > config.mostAtOnceToOneHost()) {
        return new Failed(Reason.BUSY);
      }
      Fetched fetched = follow(url, wanted);
      LOG.infof("called another host=%s result=%s", url.host(), result(fetched));
      return fetched;
    } finally {
      hosts.computeIfPresent(url.host(), (_, under) -> under == 1 ? null : under - 1);
    }
  }

  private static String result(Fetched fetched) {
    return switch (fetched) {
      case Document _ -> "fetched";
      case Failed(Reason reason) -> reason.code();
    };
  }

  private Fetched follow(ForeignUrl first, Wanted wanted) {
    var deadline = new Deadline(config.within());
    ForeignUrl url = first;
    try {
      for (int redirects = 0; ; redirects++) {
        Wire.Answer answer = ask(url, wanted, deadline);
        if (!REDIRECTS.contains(answer.status())) {
          return usable(answer, wanted);
        }
        Optional<ForeignUrl> next =
            answer
                .location()
                .flatMap(url::redirectedTo)
                .flatMap(to -> ForeignUrl.of(to, config.ports()))
                .filter(to -> wanted.elsewhere() || to.host().equals(first.host()));
        if (next.isEmpty() || redirects == MOST_REDIRECTS) {
          return new Failed(Reason.UNUSABLE);
        }
        url = next.get();
      }
    } catch (Busy _) {
      return new Failed(Reason.BUSY);
    } catch (IOException e) {
      LOG.debugf(e, "not reached host=%s", url.host());
      return new Failed(Reason.UNREACHABLE);
    }
  }

  private static Fetched usable(Wire.Answer answer, Wanted wanted) {
    boolean asWanted =
        answer.status() == 200
            && !answer.encoded()
            && wanted.types().contains(answer.contentType());
    return asWanted ? new Document(answer.body()) : new Failed(Reason.UNUSABLE);
  }

  private Wire.Answer ask(ForeignUrl url, Wanted wanted, Deadline deadline) throws IOException {
    IOException last = new UnknownHostException(url.host());
    for (InetAddress machine : machines(url.host(), deadline)) {
      try {
        return wire.get(
            url, machine, String.join(", ", wanted.types()), deadline.left(), config.mostBytes());
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  /** Where the name leads; nowhere, if any of it is not public. */
  private List<InetAddress> machines(String host, Deadline deadline) throws IOException {
    List<InetAddress> addresses = lookUp(host, deadline);
    if (!addresses.stream().allMatch(PublicAddress::is)) {
      LOG.warnf("a name leads where nobody may call host=%s", host);
      throw new UnknownHostException(host);
    }
    // Not every network speaks IPv6.
    return addresses.stream()
        .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
        .limit(MOST_MACHINES)
        .toList();
  }

  private List<InetAddress> lookUp(String host, Deadline deadline) throws IOException {
    if (!lookUps.tryAcquire()) {
      throw new Busy();
    }
    var found = new CompletableFuture<List<InetAddress>>();
    // Not a virtual thread: a look-up would hold its carrier.
    Thread.ofPlatform()
        .daemon()
        .name("look-up")
        .start(
            () -> {
              try {
                found.complete(names.addresses(host));
              } catch (UnknownHostException | RuntimeException e) {
                found.completeExceptionally(e);
              } finally {
                lookUps.release();
              }
            });
    try {
      return found.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("not found: " + host, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static final class Busy extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** One span for everything, however many steps it takes. */
  private record Deadline(long end) {

    Deadline(Duration within) {
      this(System.nanoTime() + within.toNanos());
    }

    Duration left() throws IOException {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new IOException("too late");
      }
      return Duration.ofNanos(left);
    }
  }
}
