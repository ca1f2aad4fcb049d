package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.mikromerit.credential.Moment;
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
   * @param bundles those that can be read
   */
  public record Told(List<GivenBundle> bundles, List<File> files, Moment moment) {}

  /** One document of it. */
  public sealed interface File {
    String name();
  }

  public record Judged(String name, Given given) implements File {}

  /** There is nothing in it that a verdict could be about. */
  public record Malformed(String name, MalformedJson.Code reason) implements File {}

  /**
   * A verdict for each document; the bundles stand behind our own copies if they are to be trusted.
   */
  public Told verify(ExportedPortfolio portfolio, Moment moment) {
    List<ReadBundle.Reading> bundles = portfolio.bundles().stream().map(readBundle::read).toList();
    List<TrustBundle> trusted = GivenBundle.trusted(bundles);
    var files = new ArrayList<File>();
    portfolio
        .credentials()
        .forEach((name, document) -> files.add(file(name, document, trusted, moment)));
    return new Told(GivenBundle.shown(bundles, moment), files, moment);
  }

  private File file(String name, byte[] document, List<TrustBundle> trusted, Moment moment) {
    try {
      return new Judged(name, giveVerdict.about(document, trusted, moment));
    } catch (MalformedJson e) {
      return new Malformed(name, e.code());
    }
  }
}
