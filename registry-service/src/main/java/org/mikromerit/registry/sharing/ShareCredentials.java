package org.mikromerit.registry.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.portfolio.ShowCredential;
import org.mikromerit.registry.portfolio.ShowCredential.Choices;
import org.mikromerit.registry.portfolio.ShowCredential.Shown;
import org.mikromerit.registry.sharing.ReadShares.Details;

/** A learner makes a link to what they choose of what they hold. */
@ApplicationScoped
public class ShareCredentials {
  private static final int MOST_OPEN = 200;

  private final Shares shares;
  private final ShowCredential showCredential;
  private final SealWords sealWords;
  private final ReadShares readShares;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ShareCredentials(
      Shares shares,
      ShowCredential showCredential,
      SealWords sealWords,
      ReadShares readShares,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.shares = shares;
    this.showCredential = showCredential;
    this.sealWords = sealWords;
    this.readShares = readShares;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What the learner wants shown.
   *
   * @param pin 4 to 12 digits
   */
  public record Order(
      List<Chosen> credentials,
      Instant expiresAt,
      @Nullable String pin,
      @Nullable Integer mostViews,
      @Nullable String recipient,
      @Nullable String purpose) {
    public Order {
      credentials = List.copyOf(credentials);
      expiresAt = expiresAt.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether it was for these words. */
    public boolean says(ShareWords words) {
      return Objects.equals(pin, words.pin())
          && Objects.equals(recipient, words.recipient())
          && Objects.equals(purpose, words.purpose());
    }

    /** Not the PIN, nor the words. */
    @Override
    public String toString() {
      return "Order of " + credentials.size();
    }
  }

  /**
   * A credential of the learner's.
   *
   * @param pointers what to show of it; null for the whole document as it was signed
   */
  public record Chosen(UUID credential, @Nullable List<String> pointers) {
    public Chosen {
      pointers = pointers == null ? null : List.copyOf(pointers);
    }
  }

  /** What comes of an order. */
  public sealed interface Outcome {}

  /** The link is there. */
  public record Made(Details share) implements Outcome {}

  /** What would come of an order. */
  public sealed interface Previewed {}

  /** What somebody with the link would see; nothing was made. */
  public record Preview(List<Shown> documents) implements Previewed {}

  /** It cannot be; nothing was made. */
  public sealed interface Refused extends Outcome, Previewed {

    /** One answer for "none" and "not yours". */
    record NoSuchCredential(int place) implements Refused {}

    /** Its issuer signed it whole only. */
    record WholeOnly(int place) implements Refused {}

    /** There is nothing to choose at this pointer. */
    record NoSuchChoice(int place, int pointer) implements Refused {}

    /** The learner has so many that others can see already. */
    record TooManyShares(int most) implements Refused {}
  }

  /** Makes it. */
  @Transactional
  public Outcome share(Learner learner, String accountRef, Order order) {
    List<Share.Part> parts = new ArrayList<>();
    Optional<Refused> refused = choose(learner, order, parts);
    if (refused.isPresent()) {
      return refused.get();
    }
    // As the database keeps it, so that whoever asks again gets the same bytes.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    if (shares.countOpen(learner.refs(), now) >= MOST_OPEN) {
      return new Refused.TooManyShares(MOST_OPEN);
    }
    ShareToken token = ShareToken.random(random);
    var share =
        new Share(
            ids.next(), accountRef, now, order.expiresAt(), order.mostViews(), parts, 0, 0, null);
    var words = new ShareWords(token.text(), order.pin(), order.recipient(), order.purpose());
    shares.add(share, token.hash(), sealWords.seal(accountRef, share.id(), words));
    audit.record("share.made", "share", share.id(), Map.of("credentials", parts.size()));
    return new Made(readShares.details(share, words));
  }

  /** Shows what it would show. */
  @Transactional
  public Previewed preview(Learner learner, Order order) {
    List<Share.Part> parts = new ArrayList<>();
    Optional<Refused> refused = choose(learner, order, parts);
    return refused.isPresent()
        ? refused.get()
        : new Preview(
            parts.stream()
                .flatMap(
                    part ->
                        showCredential
                            .show(learner.refs(), part.credential(), part.pointers())
                            .stream())
                .toList());
  }

  private Optional<Refused> choose(Learner learner, Order order, List<Share.Part> parts) {
    int place = 0;
    for (Chosen chosen : order.credentials()) {
      Optional<Choices> choices = showCredential.choices(learner, chosen.credential());
      if (choices.isEmpty()) {
        return Optional.of(new Refused.NoSuchCredential(place));
      }
      List<String> pointers = chosen.pointers();
      if (pointers != null) {
        if (!choices.get().inParts()) {
          return Optional.of(new Refused.WholeOnly(place));
        }
        for (int each = 0; each < pointers.size(); each++) {
          if (!choices.get().pointers().contains(pointers.get(each))) {
            return Optional.of(new Refused.NoSuchChoice(place, each));
          }
        }
      }
      parts.add(new Share.Part(choices.get().entry().learnerRef(), chosen.credential(), pointers));
      place++;
    }
    return Optional.empty();
  }
}
