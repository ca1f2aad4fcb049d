package org.mikromerit.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.fault.FaultPoints;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;

/**
 * Does a piece of work once for each key of an organisation: whoever repeats the request gets the
 * first answer, byte for byte, on any replica and also while the first is still under way. Only
 * answers of work that was done are kept; a refusal leaves no trace.
 */
@ApplicationScoped
public class Idempotency {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

  private final Jdbi jdbi;
  private final ObjectMapper json;
  private final FaultPoints faults;
  private final TransactionSynchronizationRegistry transactions;

  Idempotency(
      Jdbi jdbi,
      ObjectMapper json,
      FaultPoints faults,
      TransactionSynchronizationRegistry transactions) {
    this.jdbi = jdbi;
    this.json = json;
    this.faults = faults;
    this.transactions = transactions;
  }

  /**
   * Gives the body of a first answer again, where it lies elsewhere and is not to be kept twice.
   */
  @FunctionalInterface
  public interface FirstBody {

    /**
     * The same bytes.
     *
     * @param location the first answer's
     * @throws ProblemException 410 where the body is no more
     */
    byte[] at(String location);
  }

  /**
   * Does the work, or gives the answer that it once had.
   *
   * @param operation names the kind of request, with the address's own parameters, so that one key
   *     serves one kind
   * @param key the header Idempotency-Key: 1 to 255 visible ASCII characters
   * @param request what was asked, as it was read; two spellings of one request are the same
   *     request
   * @param work runs in this transaction; it refuses by throwing
   * @throws ProblemException 400 without a usable key, 409 where the key served another request
   */
  @Transactional
  public Answer once(
      UUID organisation,
      String operation,
      @Nullable String key,
      Object request,
      Supplier<Answer> work) {
    return once(organisation, operation, key, request, work, null);
  }

  /**
   * The same for an answer with a person in it: its body is not kept here but given again by who
   * keeps it, in the same bytes.
   *
   * @param work its answer has a location
   */
  @Transactional
  public Answer once(
      UUID organisation,
      String operation,
      @Nullable String key,
      Object request,
      Supplier<Answer> work,
      @Nullable FirstBody firstBody) {
    String usable = usable(key);
    byte[] hash = hash(operation, request);
    // One handle for all statements of the work: opening one costs as much as a statement.
    return jdbi.withHandle(
        _ -> {
          if (!reserve(organisation, usable, operation, hash)) {
            return first(organisation, usable, hash, firstBody);
          }
          Answer answer = work.get();
          keep(organisation, usable, answer, firstBody == null ? answer.body() : null);
          markCommit();
          return answer;
        });
  }

  /**
   * The key, if it can be used; to be asked ahead of long work, such as reading a file.
   *
   * @throws ProblemException 400 without a usable key
   */
  public static String usable(@Nullable String key) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new ProblemException(keyMissing());
    }
    return key;
  }

  /** Waits for a transaction that holds the same key; true if the work is ours to do. */
  private boolean reserve(UUID organisation, String key, String operation, byte[] hash) {
    return jdbi.withHandle(
        sql ->
            sql.createUpdate(
                        """
                        insert into idempotency (organisation, key, operation, request_hash)
                        values (:organisation, :key, :operation, :hash) on conflict do nothing
                        """)
                    .bind("organisation", organisation)
                    .bind("key", key)
                    .bind("operation", operation)
                    .bind("hash", hash)
                    .execute()
                == 1);
  }

  private Answer first(UUID organisation, String key, byte[] hash, @Nullable FirstBody firstBody) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery(
                    """
                    select request_hash, status, content_type, location, body
                      from idempotency where organisation = :organisation and key = :key
                    """)
                .bind("organisation", organisation)
                .bind("key", key)
                .map(
                    (row, _) -> {
                      if (!MessageDigest.isEqual(hash, row.getBytes("request_hash"))) {
                        throw reused();
                      }
                      String location = row.getString("location");
                      return new Answer(
                          row.getInt("status"),
                          row.getString("content_type"),
                          location,
                          firstBody == null ? row.getBytes("body") : firstBody.at(location));
                    })
                .one());
  }

  private void keep(UUID organisation, String key, Answer answer, byte @Nullable [] body) {
    jdbi.useHandle(
        sql ->
            sql.createUpdate(
                    """
                    update idempotency
                       set status = :status, content_type = :contentType, location = :location, body = :body
                     where organisation = :organisation and key = :key
                    """)
                .bind("status", answer.status())
                .bind("contentType", answer.contentType())
                .bind("location", answer.location())
                .bind("body", body)
                .bind("organisation", organisation)
                .bind("key", key)
                .execute());
  }

  private void markCommit() {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {}

          @Override
          public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
              faults.here("after-commit");
            }
          }
        });
  }

  private byte[] hash(String operation, Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(json.writeValueAsBytes(operation));
      return digest.digest(json.writeValueAsBytes(request));
    } catch (NoSuchAlgorithmException | JsonProcessingException e) {
      throw new IllegalStateException("A request that was read can be written", e);
    }
  }

  private static Problem keyMissing() {
    return Problem.of(
            400,
            "idempotency-key-missing",
            "This operation needs an Idempotency-Key",
            "Send a header Idempotency-Key of 1 to 255 visible ASCII characters, new for each new request and the same when you"
                + " repeat one.")
        .field("Idempotency-Key");
  }

  /** What {@link FirstBody} throws where it alone can tell that the key served another request. */
  public static ProblemException reused() {
    return new ProblemException(
        Problem.of(
                409,
                "idempotency-key-reused",
                "This Idempotency-Key served another request",
                "Use a new key for a new request; to repeat a request, send the same body.")
            .field("Idempotency-Key"));
  }
}
