package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.verification.bundle.ReadBundle;
import org.mikromerit.verification.bundle.TrustBundle;
import org.mikromerit.verification.verdict.GiveVerdict.Given;

/** Somebody shows a whole exported portfolio, and learns of each document whether to believe it. */
@ApplicationScoped
public class VerifyExport {
  private final GiveVerdict giveVerdict;
  private final ReadBundle readBundle;

  VerifyExport(GiveVerdict giveVerdict, ReadBundle readBundle) {
    this.giveVerdict = giveVerdict;
    this.readBundle = readBundle;
  }

  /**
   * What is told of it.
   *
   * @param bundle empty if there is none in it, or none that can be read
   */
  public record Told(Optional<Bundle> bundle, List<File> files, Moment moment) {}

  /**
   * The bundle that came with it.
   *
   * @param registry who signed it, or claims to have
   * @param issuedAt there only where its signer is trusted: what nobody vouches for is not shown
   */
  public record Bundle(
      Did registry, boolean trusted, Optional<Instant> issuedAt, long ageSeconds) {}

  /** One document of it. */
  public sealed interface File {
    String name();
  }

  public record Judged(String name, Given given) implements File {}

  /** There is nothing in it that a verdict could be about. */
  public record Malformed(String name, MalformedJson.Code reason) implements File {}

  /**
   * A verdict for each document; the bundle stands behind our own copies if it is to be trusted.
   */
  public Told verify(ExportedPortfolio portfolio, Moment moment) {
    Optional<ReadBundle.Reading> bundle = portfolio.bundle().map(readBundle::read);
    List<TrustBundle> trusted =
        bundle
            .filter(ReadBundle.Trusted.class::isInstance)
            .map(ReadBundle.Trusted.class::cast)
            .map(ReadBundle.Trusted::bundle)
            .stream()
            .toList();
    var files = new ArrayList<File>();
    portfolio
        .credentials()
        .forEach((name, document) -> files.add(file(name, document, trusted, moment)));
    return new Told(bundle.flatMap(reading -> shown(reading, moment)), files, moment);
  }

  private File file(String name, byte[] document, List<TrustBundle> trusted, Moment moment) {
    try {
      return new Judged(name, giveVerdict.about(document, trusted, moment));
    } catch (MalformedJson e) {
      return new Malformed(name, e.code());
    }
  }

  private static Optional<Bundle> shown(ReadBundle.Reading reading, Moment moment) {
    return switch (reading) {
      case ReadBundle.Trusted(TrustBundle said) ->
          Optional.of(
              new Bundle(
                  said.registry(),
                  true,
                  Optional.of(said.asOf()),
                  GiveVerdict.ageSeconds(said, moment.checkedAt())));
      case ReadBundle.Untrusted(Did claimed) ->
          Optional.of(new Bundle(claimed, false, Optional.empty(), 0));
      case ReadBundle.Unreadable _ -> Optional.empty();
    };
  }
}
