package org.mikromerit.verification.foreign;

import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.proof.PublishedKeys;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.VerifiedList;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.verification.foreign.Fetched.Reason;
import org.mikromerit.verification.foreign.GuardedClient.Wanted;
import org.mikromerit.verification.status.StatusCopy.Form;

/**
 * DID documents and status lists of others, each fetched once for all who ask, and kept a while.
 */
@ApplicationScoped
public class ForeignDocuments {
  private static final Wanted DID_DOCUMENT =
      new Wanted(
          Set.of(
              "application/did+json",
              "application/did",
              "application/did+ld+json",
              "application/json"),
          false);
  private static final Set<String> STATUS_LIST =
      Set.of("application/vc", "application/ld+json", "application/vc+ld+json", "application/json");
  private static final Set<String> TOKEN_LIST = Set.of("application/" + StatusListToken.TYPE);

  private final GuardedClient client;
  private final ForeignConfig config;
  private final InstantSource clock;
  private final Kept<Did, Result<PublishedKeys>> keys;
  private final Kept<ListOf, Result<VerifiedList>> lists;

  ForeignDocuments(GuardedClient client, ForeignConfig config, InstantSource clock) {
    this.client = client;
    this.config = config;
    this.clock = clock;
    this.keys = new Kept<>(config.mostKept(), Long.MAX_VALUE, clock, Thread::startVirtualThread);
    this.lists =
        new Kept<>(config.mostKept(), config.mostKeptBytes(), clock, Thread::startVirtualThread);
  }

  /** What came, and when. */
  sealed interface Result<T> {
    record Had<T>(T value, URI address, Instant at) implements Result<T> {}

    record NotHad<T>(URI address, Reason reason) implements Result<T> {}
  }

  /** A list in the form that a credential names. */
  record ListAt(URI address, Form form) {}

  private record ListOf(Did issuer, ListAt place, boolean elsewhere) {}

  /** What somebody asks for who wants one verdict or many. */
  public Asking asking(boolean unknownIssuers) {
    return new Asking(unknownIssuers, config.verdictWithin());
  }

  /** A visit for one verdict. */
  public ForeignVisit visit(Asking asking) {
    return new ForeignVisit(this, asking);
  }

  /**
   * The keys that the DID's own host gives.
   *
   * @param address where its document is published
   */
  Result<PublishedKeys> keys(Did did, URI address) {
    return keys.get(
        did, () -> made(address, DID_DOCUMENT, bytes -> PublishedKeys.read(did, bytes), _ -> 0));
  }

  /**
   * The list at the place, whose signature was verified.
   *
   * @param issuer for whose credential: what another made us fetch is not mixed up with it
   * @param elsewhere whether it may redirect to another host
   * @param signers whose lists count
   * @param known whose lists count without this verdict, for one that nobody waits for; of an
   *     issuer that is not among them nothing is fetched so
   */
  Result<VerifiedList> list(
      Did issuer, ListAt place, boolean elsewhere, IssuerKeys signers, IssuerKeys known) {
    var list = new ListOf(issuer, place, elsewhere);
    return elsewhere
        ? lists.get(list, () -> made(list, signers), () -> had(made(list, known)))
        : lists.get(list, () -> made(list, signers));
  }

  private Kept.Made<Result<VerifiedList>> made(ListOf list, IssuerKeys signers) {
    return switch (list.place().form()) {
      case BITSTRING ->
          made(
              list.place().address(),
              new Wanted(STATUS_LIST, list.elsewhere()),
              bytes -> bitstring(bytes, signers),
              VerifiedList::bytes);
      case TOKEN ->
          made(
              list.place().address(),
              new Wanted(TOKEN_LIST, list.elsewhere()),
              bytes -> token(bytes, signers),
              VerifiedList::bytes);
    };
  }

  private static Optional<Kept.Made<Result<VerifiedList>>> had(
      Kept.Made<Result<VerifiedList>> made) {
    return Optional.of(made).filter(any -> any.value() instanceof Result.Had);
  }

  private Optional<VerifiedList> bitstring(byte[] bytes, IssuerKeys signers) {
    var verifier = new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(signers));
    return verifier.read(bytes, clock.instant()) instanceof StatusListVerifier.Trusted(var list)
        ? Optional.of(list)
        : Optional.empty();
  }

  private Optional<VerifiedList> token(byte[] bytes, IssuerKeys signers) {
    String token = new String(bytes, StandardCharsets.US_ASCII);
    return VerifiedTokenList.read(token, signers, clock.instant()).map(VerifiedList.class::cast);
  }

  private interface Reader<T> {
    Optional<T> read(byte[] bytes);
  }

  private interface Scales<T> {
    long weigh(T value);
  }

  private <T> Kept.Made<Result<T>> made(
      URI address, Wanted wanted, Reader<T> reader, Scales<T> scales) {
    return switch (client.get(address, wanted)) {
      case Fetched.Failed(Reason reason) -> failed(address, reason);
      case Fetched.Document(Buffer content) ->
          reader
              .read(content.getBytes())
              .map(
                  value ->
                      new Kept.Made<Result<T>>(
                          new Result.Had<>(value, address, clock.instant()),
                          config.keep(),
                          scales.weigh(value)))
              .orElseGet(() -> failed(address, Reason.UNUSABLE));
    };
  }

  private <T> Kept.Made<Result<T>> failed(URI address, Reason reason) {
    // Who came while too much was under way may find room the next moment.
    Duration keep = reason == Reason.BUSY ? Duration.ZERO : config.keepFailures();
    return new Kept.Made<>(new Result.NotHad<>(address, reason), keep, 0);
  }
}
