package org.mikromerit.registry.publication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;

/** Every signed trust list that there ever was. */
public interface TrustListVersions {

  /** A version without its text. */
  record Summary(
      long version,
      Instant issuedAt,
      Instant validUntil,
      String verificationMethod,
      @Nullable String previous,
      String digest) {}

  /** Until the transaction ends, nobody else adds a version. */
  void lock();

  Optional<SignedTrustList> newest();

  /** The newest without its text, which may be long. */
  Optional<Summary> newestSummary();

  Optional<SignedTrustList> find(long version);

  /** At most so many, older first, after the given version. */
  List<Summary> summaries(long after, int atMost);

  void add(SignedTrustList version);

  /** The keys that any version was signed with. */
  Set<VerificationMethodId> methods();
}
