package org.mikromerit.verification.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.verification.bundle.ReadBundle;
import org.mikromerit.verification.bundle.TrustBundle;

/**
 * A bundle that came with what is to be verified.
 *
 * @param registry who signed it, or claims to have
 * @param ours whether it calls itself our own register's; then it is not needed, for what we are
 *     told of that all the time comes first
 * @param issuedAt there only where its signer is trusted: what nobody vouches for is not shown
 */
public record GivenBundle(
    Did registry, boolean trusted, boolean ours, Optional<Instant> issuedAt, long ageSeconds) {

  static List<TrustBundle> trusted(List<ReadBundle.Reading> readings) {
    return readings.stream()
        .filter(ReadBundle.Trusted.class::isInstance)
        .map(ReadBundle.Trusted.class::cast)
        .map(ReadBundle.Trusted::bundle)
        .toList();
  }

  static List<GivenBundle> shown(List<ReadBundle.Reading> readings, Moment moment) {
    return readings.stream().flatMap(reading -> shown(reading, moment).stream()).toList();
  }

  private static Optional<GivenBundle> shown(ReadBundle.Reading reading, Moment moment) {
    return switch (reading) {
      case ReadBundle.Trusted(TrustBundle said) ->
          Optional.of(
              new GivenBundle(
                  said.registry(),
                  true,
                  false,
                  Optional.of(said.asOf()),
                  GiveVerdict.ageSeconds(said, moment.checkedAt())));
      case ReadBundle.Ours(Did claimed) ->
          Optional.of(new GivenBundle(claimed, false, true, Optional.empty(), 0));
      case ReadBundle.Untrusted(Did claimed) ->
          Optional.of(new GivenBundle(claimed, false, false, Optional.empty(), 0));
      case ReadBundle.Unreadable _ -> Optional.empty();
    };
  }
}
