package org.mikromerit.journeys.storm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.journeys.Institution;

/**
 * Every answer that a client was given, on the disk before it does anything with it: what the
 * platform must not have lost afterwards.
 */
public final class ClientJournal implements AutoCloseable {
  private final FileChannel file;
  private final List<Issued> issued = new ArrayList<>();
  private final List<BatchReceived> batches = new ArrayList<>();
  private final List<Issued> standing = new ArrayList<>();
  private final List<Issued> suspended = new ArrayList<>();
  private final Set<String> revoked = new HashSet<>();
  private final List<Shared> shared = new ArrayList<>();
  private final List<Shared> open = new ArrayList<>();
  private final Set<String> takenBack = new HashSet<>();
  private final Set<String> withdrawn = new HashSet<>();
  private int asked;

  /**
   * Begins anew.
   *
   * @param path of the file, of which nothing may be there yet
   */
  public ClientJournal(Path path) {
    try {
      file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A credential that a tenant asked for and was given.
   *
   * @param key under which it was asked for
   * @param digest SHA-256 of the answer's body
   */
  public record Issued(
      int tenant,
      String key,
      String definition,
      JsonNode recipient,
      String credential,
      String digest) {}

  /** A file of rows that the issuer took over. */
  public record BatchReceived(int tenant, UUID organisation, String batch, int rows) {}

  /**
   * A link that a learner made.
   *
   * @param key under which it was asked for
   * @param order what was asked for
   * @param token the secret part of the link
   * @param digest SHA-256 of the answer's body
   */
  public record Shared(
      int sharer, String key, JsonNode order, String share, String token, String digest) {}

  /** A link that its learner took back. */
  private record Withdrawn(String share) {}

  /** Another word about a credential that was issued. */
  private record Changed(String credential) {}

  public synchronized void issued(Issued entry) {
    write("issued", entry);
    issued.add(entry);
    standing.add(entry);
    asked++;
  }

  public synchronized void batchReceived(BatchReceived entry) {
    write("batch-received", entry);
    batches.add(entry);
    asked += entry.rows();
  }

  public synchronized void revoked(Issued entry) {
    write("revoked", new Changed(entry.credential()));
    revoked.add(entry.credential());
  }

  public synchronized void suspended(Issued entry) {
    write("suspended", new Changed(entry.credential()));
    suspended.add(entry);
  }

  public synchronized void reinstated(Issued entry) {
    write("reinstated", new Changed(entry.credential()));
    standing.add(entry);
  }

  public synchronized void shared(Shared entry) {
    write("shared", entry);
    shared.add(entry);
    open.add(entry);
  }

  public synchronized void withdrawn(Shared entry) {
    write("withdrawn", new Withdrawn(entry.share()));
    withdrawn.add(entry.share());
  }

  /** Any link that was made, whatever became of it; empty as long as there is none. */
  public synchronized Optional<Shared> anyShared(Random random) {
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(shared.get(random.nextInt(shared.size())));
  }

  /** Takes one that is open, for whoever takes it alone to take back; empty if there is none. */
  public synchronized Optional<Shared> takeOpen(Random random) {
    Optional<Shared> taken = take(open, random);
    taken.ifPresent(entry -> takenBack.add(entry.share()));
    return taken;
  }

  /** Whether somebody began to take it back, answered or not. */
  public synchronized boolean isTakenBack(Shared entry) {
    return takenBack.contains(entry.share());
  }

  public synchronized List<Shared> shared() {
    return List.copyOf(shared);
  }

  /** What was taken back, by its id. */
  public synchronized Set<String> withdrawn() {
    return Set.copyOf(withdrawn);
  }

  /** Anything that was issued, to ask for it again; empty as long as nothing was. */
  public synchronized Optional<Issued> any(Random random) {
    return issued.isEmpty()
        ? Optional.empty()
        : Optional.of(issued.get(random.nextInt(issued.size())));
  }

  /** Takes one that stands, for whoever takes it alone to change; empty if there is none. */
  public synchronized Optional<Issued> takeStanding(Random random) {
    return take(standing, random);
  }

  /** The same of one that is suspended. */
  public synchronized Optional<Issued> takeSuspended(Random random) {
    return take(suspended, random);
  }

  private static <T> Optional<T> take(List<T> from, Random random) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    int place = random.nextInt(from.size());
    T taken = from.get(place);
    from.set(place, from.getLast());
    from.removeLast();
    return Optional.of(taken);
  }

  /** How many credentials were promised so far, those of batches included. */
  public synchronized int promised() {
    return asked;
  }

  public synchronized List<Issued> issued() {
    return List.copyOf(issued);
  }

  public synchronized List<BatchReceived> batches() {
    return List.copyOf(batches);
  }

  public synchronized Set<String> revoked() {
    return Set.copyOf(revoked);
  }

  /** What is suspended, by its id. */
  public synchronized List<String> suspended() {
    return suspended.stream().map(Issued::credential).toList();
  }

  private void write(String act, Object entry) {
    ObjectNode line = Institution.JSON.valueToTree(entry);
    line.put("act", act);
    try {
      file.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
