package org.mikromerit.issuer.batch;

import static java.util.function.Predicate.not;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.mikromerit.issuer.batch.ReadRow.Read;
import org.mikromerit.issuer.issuance.IssueCredential;
import org.mikromerit.issuer.issuance.IssueCredential.AlreadyIssued;
import org.mikromerit.issuer.issuance.IssueCredential.Issued;
import org.mikromerit.issuer.issuance.IssueCredential.OnceOutcome;
import org.mikromerit.issuer.issuance.IssueCredential.Order;
import org.mikromerit.issuer.issuance.IssueCredential.Refused;
import org.mikromerit.issuer.issuance.Refusals;
import org.mikromerit.issuer.signing.KeyWrapping;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.sql.OneHandle;

/**
 * Decides the next rows of a batch: issues each, or says why not. The rows and how far the batch
 * has come are written together, so that whoever goes on after a crash begins where the last commit
 * ended.
 */
@ApplicationScoped
class WorkOnBatch {
  private static final Logger LOG = Logger.getLogger(WorkOnBatch.class);

  private final Batches batches;
  private final ReadRow readRow;
  private final IssueCredential issueCredential;
  private final KeyWrapping wrapping;
  private final Audit audit;
  private final OneHandle oneHandle;
  private final InstantSource clock;

  WorkOnBatch(
      Batches batches,
      ReadRow readRow,
      IssueCredential issueCredential,
      KeyWrapping wrapping,
      Audit audit,
      OneHandle oneHandle,
      InstantSource clock) {
    this.batches = batches;
    this.readRow = readRow;
    this.issueCredential = issueCredential;
    this.wrapping = wrapping;
    this.audit = audit;
    this.oneHandle = oneHandle;
    this.clock = clock;
  }

  /** The organisation has no key or no list yet: nothing of this piece of work was done. */
  static final class CannotSignYet extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotSignYet() {
      super("no key or no list", null, false, false);
    }
  }

  /** A row under decision. */
  private record Pending(int number, Read read) {
    boolean isReadable() {
      return read.problems().isEmpty();
    }
  }

  /**
   * Decides rows of a batch, unless another process is about it.
   *
   * @param places for what is issued; those that were used are gone from it afterwards
   * @return whether anything was done
   * @throws CannotSignYet if a row could be issued but for the key
   */
  @Transactional
  public boolean work(UUID id, int most, Deque<StatusPlace> places) {
    return oneHandle.during(() -> workInOne(id, most, places));
  }

  private boolean workInOne(UUID id, int most, Deque<StatusPlace> places) {
    Optional<Batch> held = batches.lockUnlessTaken(id);
    if (held.isEmpty()) {
      return false;
    }
    Batch batch = held.get();
    Optional<RowCipher> cipher = cipher(batch);
    if (cipher.isEmpty()) {
      end(batch, BatchState.FAILED);
      return true;
    }
    List<Batches.Row> rows = batches.rows(id, batch.done(), most);
    batches.decide(
        batch, decide(batch, pending(batch, rows, cipher.get()), places), clock.instant());
    if (batch.done() + rows.size() == batch.rows()) {
      end(batch, BatchState.FINISHED);
    }
    return true;
  }

  private Optional<RowCipher> cipher(Batch batch) {
    try {
      byte[] wrapped = Objects.requireNonNull(batch.wrappedKey());
      return Optional.of(
          new RowCipher(batch.id(), wrapping.unwrap(wrapped, batch.id(), batch.organisation())));
    } catch (IllegalStateException e) {
      LOG.errorf(e, "batch cannot be read batch=%s", batch.id());
      return Optional.empty();
    }
  }

  private List<Pending> pending(Batch batch, List<Batches.Row> rows, RowCipher cipher) {
    return rows.stream()
        .map(
            row ->
                new Pending(
                    row.number(),
                    readRow.read(
                        batch.organisation(), cipher.decrypt(row.number(), row.content()))))
        .toList();
  }

  private List<Decided> decide(Batch batch, List<Pending> rows, Deque<StatusPlace> places) {
    List<Pending> readable = rows.stream().filter(Pending::isReadable).toList();
    List<Pending> unreadable = rows.stream().filter(not(Pending::isReadable)).toList();
    return Stream.concat(
            refuse(batch, unreadable).stream(),
            (batch.dryRun() ? rehearse(batch, readable) : issue(batch, readable, places)).stream())
        .toList();
  }

  /** Says what is wrong with the cells, and what the rules miss beside that. */
  private List<Decided> refuse(Batch batch, List<Pending> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Optional<OnceOutcome>> hindrances =
        issueCredential.hindrances(batch.organisation(), orders(rows));
    return each(
        rows, hindrances, (row, hindrance) -> refused(row, problems(row.read(), hindrance)));
  }

  private static List<RowReport.Problem> problems(Read read, Optional<OnceOutcome> hindrance) {
    var problems = new ArrayList<>(read.problems());
    if (hindrance.orElse(null) instanceof Refused.Incomplete incomplete) {
      for (RowReport.Problem lack : RowProblems.of(Refusals.problem(incomplete))) {
        String field = lack.field();
        if (field != null && read.problems().stream().noneMatch(known -> tells(known, field))) {
          problems.add(lack);
        }
      }
    }
    return problems;
  }

  /**
   * Whether a problem tells of a column already; an identifier of an unknown type is not missing.
   */
  private static boolean tells(RowReport.Problem known, String column) {
    return column.equals(known.field())
        || (column.equals(Column.IDENTIFIER.heading())
            && Column.IDENTIFIER_TYPE.heading().equals(known.field()));
  }

  private List<Decided> rehearse(Batch batch, List<Pending> rows) {
    List<Optional<OnceOutcome>> hindrances =
        issueCredential.hindrances(batch.organisation(), orders(rows));
    Set<UUID> rehearsed = new HashSet<>(batches.taken(batch.id(), occasions(batch, rows)));
    return each(
        rows,
        hindrances,
        (row, hindrance) ->
            switch (hindrance.orElse(null)) {
              case null -> {
                // What nothing hinders has one.
                UUID occasion = occasion(batch, row).orElseThrow();
                yield rehearsed.add(occasion) ? issuable(row, occasion) : repeated(row);
              }
              case AlreadyIssued already -> skipped(row, already.credential());
              case Refused refused -> refused(row, RowProblems.of(Refusals.problem(refused)));
              case Issued _ -> throw new IllegalStateException("Nothing is issued by asking");
            });
  }

  private static List<UUID> occasions(Batch batch, List<Pending> rows) {
    return rows.stream().map(row -> occasion(batch, row)).flatMap(Optional::stream).toList();
  }

  private static Optional<UUID> occasion(Batch batch, Pending row) {
    return IssueCredential.occasion(batch.organisation(), row.read().order());
  }

  private List<Decided> issue(Batch batch, List<Pending> rows, Deque<StatusPlace> places) {
    List<OnceOutcome> outcomes =
        issueCredential.issueOnce(
            batch.organisation(), batch.actor(), orders(rows), List.copyOf(places));
    return each(rows, outcomes, (row, outcome) -> issued(row, outcome, places));
  }

  private static Decided issued(Pending row, OnceOutcome outcome, Deque<StatusPlace> places) {
    return switch (outcome) {
      case Issued issued -> {
        var _ = places.remove();
        yield new Decided(row.number(), RowState.ISSUED, null, issued.credential().id(), List.of());
      }
      case AlreadyIssued already -> skipped(row, already.credential());
      case Refused.CannotSign _ -> throw new CannotSignYet();
      case Refused refused -> refused(row, RowProblems.of(Refusals.problem(refused)));
    };
  }

  private static List<Order> orders(List<Pending> rows) {
    return rows.stream().map(row -> row.read().order()).toList();
  }

  private static <T, R> List<R> each(
      List<Pending> rows, List<T> answers, BiFunction<Pending, T, R> use) {
    return IntStream.range(0, rows.size())
        .mapToObj(i -> use.apply(rows.get(i), answers.get(i)))
        .toList();
  }

  private static Decided issuable(Pending row, UUID occasion) {
    return new Decided(row.number(), RowState.ISSUABLE, occasion, null, List.of());
  }

  private static Decided skipped(Pending row, UUID credential) {
    return new Decided(
        row.number(),
        RowState.SKIPPED,
        null,
        credential,
        List.of(
            RowProblems.of(
                null,
                "already-issued",
                "The learner has this already, for the same reference or day; nothing was issued"
                    + " again.")));
  }

  private static Decided repeated(Pending row) {
    return new Decided(
        row.number(),
        RowState.SKIPPED,
        null,
        null,
        List.of(
            RowProblems.of(
                null,
                "repeated-row",
                "An earlier row of the file is for the same learner and the same reference or"
                    + " day.")));
  }

  private static Decided refused(Pending row, List<RowReport.Problem> problems) {
    return new Decided(row.number(), RowState.REFUSED, null, null, problems);
  }

  /**
   * Refuses a row on which all work comes to grief, so that the others are reached.
   *
   * @param done how far the batch had come then; where it has come farther, nothing is done
   */
  @Transactional
  public void giveUpOnRowAfter(UUID id, int done) {
    Optional<Batch> held = batches.lockUnlessTaken(id).filter(batch -> batch.done() == done);
    held.ifPresent(
        batch -> {
          var broken =
              new Decided(
                  batch.done() + 1,
                  RowState.REFUSED,
                  null,
                  null,
                  List.of(
                      RowProblems.of(
                          null,
                          "internal-error",
                          "This row cannot be issued; tell the operator the batch and the row.")));
          batches.decide(batch, List.of(broken), clock.instant());
          if (batch.done() + 1 == batch.rows()) {
            end(batch, BatchState.FINISHED);
          }
        });
  }

  private void end(Batch batch, BatchState state) {
    batches.end(batch.id(), state, clock.instant());
    audit.recordBySystem(
        batch.organisation(),
        state == BatchState.FINISHED ? "batch.finished" : "batch.failed",
        "batch",
        batch.id(),
        Map.of("rows", batch.rows()));
  }
}
