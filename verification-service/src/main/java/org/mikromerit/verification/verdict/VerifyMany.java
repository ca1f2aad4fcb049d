package org.mikromerit.verification.verdict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.verification.bundle.ReadBundle;
import org.mikromerit.verification.bundle.TrustBundle;
import org.mikromerit.verification.foreign.Asking;
import org.mikromerit.verification.verdict.GiveVerdict.Given;
import org.mikromerit.verification.verdict.VerificationRequest.ById;
import org.mikromerit.verification.verdict.VerificationRequest.Document;
import org.mikromerit.verification.verdict.VerificationRequest.Item;
import org.mikromerit.verification.verdict.VerificationRequest.Unusable;

/**
 * Somebody asks about several documents at once. Each is judged as if it had been posted alone, all
 * of the same moment; what is wrong with one says nothing of the others.
 */
@ApplicationScoped
public class VerifyMany {
  private final GiveVerdict giveVerdict;
  private final ReadBundle readBundle;

  VerifyMany(GiveVerdict giveVerdict, ReadBundle readBundle) {
    this.giveVerdict = giveVerdict;
    this.readBundle = readBundle;
  }

  /**
   * What is told.
   *
   * @param bundles those that can be read
   */
  public record Told(List<GivenBundle> bundles, List<Answer> answers, Moment moment) {}

  /** What is told of one item. */
  public sealed interface Answer {}

  public record Judged(Given given) implements Answer {}

  /** There is nothing in it that a verdict could be about. */
  public record Malformed(MalformedJson.Code reason) implements Answer {}

  /** It is no document, token or id; {@code field} is what is wrong in the request. */
  public record NotAsked(String field) implements Answer {}

  /** An answer to each item, in their order. */
  public Told verify(VerificationRequest request, Moment moment) {
    List<ReadBundle.Reading> bundles = request.bundle().map(readBundle::read).stream().toList();
    List<TrustBundle> trusted = GivenBundle.trusted(bundles);
    Asking asking = giveVerdict.asking(request.askIssuer());
    return new Told(
        GivenBundle.shown(bundles, moment),
        request.items().stream().map(item -> answer(item, trusted, moment, asking)).toList(),
        moment);
  }

  private Answer answer(Item item, List<TrustBundle> trusted, Moment moment, Asking asking) {
    return switch (item) {
      case Unusable(String field) -> new NotAsked(field);
      case ById(var id) -> new Judged(giveVerdict.about(id, moment));
      case Document(byte[] bytes) -> {
        try {
          yield new Judged(giveVerdict.about(bytes, trusted, moment, asking));
        } catch (MalformedJson e) {
          yield new Malformed(e.code());
        }
      }
    };
  }
}
