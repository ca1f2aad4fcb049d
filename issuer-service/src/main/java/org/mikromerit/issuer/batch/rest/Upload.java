package org.mikromerit.issuer.batch.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.issuer.batch.ReceiveBatch;
import org.mikromerit.issuer.batch.ReceiveBatch.Arrived;
import org.mikromerit.issuer.batch.file.CsvSheet;
import org.mikromerit.issuer.batch.file.Sheet;
import org.mikromerit.issuer.batch.file.UnreadableFile;
import org.mikromerit.issuer.batch.file.XlsxSheet;
import org.mikromerit.kit.idempotency.Answer;
import org.mikromerit.kit.idempotency.Answers;
import org.mikromerit.kit.idempotency.Idempotency;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.tenant.Caller;

/** Takes a file once for each idempotency key, though it is read before it is known. */
@ApplicationScoped
class Upload {
  private final ReceiveBatch receiveBatch;
  private final Idempotency idempotency;
  private final Answers answers;
  private final Caller caller;

  Upload(ReceiveBatch receiveBatch, Idempotency idempotency, Answers answers, Caller caller) {
    this.receiveBatch = receiveBatch;
    this.idempotency = idempotency;
    this.answers = answers;
    this.caller = caller;
  }

  /** What makes two requests the same: the file's bytes stand for the file. */
  private record Request(
      boolean dryRun, @Nullable String definition, @Nullable String version, String sha256) {}

  Answer take(
      UUID organisation,
      @Nullable String dryRun,
      @Nullable String definition,
      @Nullable String version,
      @Nullable String key,
      boolean workbook,
      InputStream file)
      throws IOException {
    var _ = Idempotency.usable(key);
    boolean rehearsal = dryRun(dryRun);
    var order =
        new ReceiveBatch.Order(
            organisation, caller.subject(), rehearsal, definition(definition), version(version));
    var digested = new DigestInputStream(file, sha256());
    Arrived arrived = read(order, workbook, digested);
    String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
    return accept(organisation, arrived, key, new Request(rehearsal, definition, version, digest));
  }

  private Arrived read(ReceiveBatch.Order order, boolean workbook, InputStream file)
      throws IOException {
    try (Sheet sheet = workbook ? XlsxSheet.open(file) : CsvSheet.open(file)) {
      return receiveBatch
          .read(order, sheet)
          .orElseThrow(() -> new ProblemException(tooManyBatches()));
    } catch (UnreadableFile unreadable) {
      throw new ProblemException(problem(unreadable));
    }
  }

  private Answer accept(UUID organisation, Arrived arrived, @Nullable String key, Request request) {
    boolean accepted = false;
    String location = "/organisations/" + organisation + "/batches/" + arrived.batch();
    try {
      Answer answer =
          idempotency.once(
              organisation,
              "create-batch",
              key,
              request,
              () ->
                  answers.json(
                      202,
                      location,
                      BatchView.of(receiveBatch.accept(organisation, arrived, request.dryRun()))));
      accepted = location.equals(answer.location());
      return answer;
    } finally {
      if (!accepted) {
        // Leaves it alone where it was accepted after all and only the answer was lost.
        receiveBatch.discard(arrived);
      }
    }
  }

  /** Strictly: a misspelt rehearsal must not issue. */
  private static boolean dryRun(@Nullable String asked) {
    return switch (asked) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default ->
          throw new ProblemException(Problems.invalidValue("dryRun", "dryRun is true or false."));
    };
  }

  static @Nullable String definition(@Nullable String asked) {
    if (asked != null && !asked.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
      throw new ProblemException(
          Problems.invalidValue("definition", "definition is the id of a definition, a UUID."));
    }
    return asked;
  }

  static @Nullable String version(@Nullable String asked) {
    if (asked != null && !asked.matches("[1-9][0-9]{0,8}")) {
      throw new ProblemException(
          Problems.invalidValue("version", "version is a whole number from 1."));
    }
    return asked;
  }

  private static Problem problem(UnreadableFile file) {
    return switch (file.kind()) {
      case FORM -> Problem.of(422, "batch-unreadable", "The file cannot be read", file.detail());
      case COLUMNS ->
          Problem.of(
              422, "batch-columns", "The first row does not name the columns", file.detail());
      case EMPTY -> Problem.of(422, "batch-empty", "The file has no rows", file.detail());
      case TOO_MANY_ROWS ->
          Problem.of(413, "batch-too-long", "The file has too many rows", file.detail());
      case BUSY ->
          Problem.of(503, "workbooks-busy", "Other workbooks are being read", file.detail())
              .retryAfter(10);
    };
  }

  private static Problem tooManyBatches() {
    return Problem.of(
        409,
        "too-many-batches",
        "Too many batches have not ended",
        "Wait for those under way, or cancel those that are held; then send the file again.");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }
}
