package org.mikromerit.registry.sharing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.registry.learner.LearnerLink;
import org.mikromerit.registry.learner.LearnerLinks;
import org.mikromerit.registry.portfolio.ShowCredential;
import org.mikromerit.registry.portfolio.ShowCredential.Shown;
import org.mikromerit.registry.sharing.Shares.Kept;

/** Somebody with a link sees what its learner shows by it, and that is noted. */
@ApplicationScoped
public class ViewShare {
  /**
   * A class or a board that is given a link opens it within the same minute; nobody reads so much
   * faster. Each view adds rows that are kept for ever, and a line to what its learner reads.
   */
  private static final int MOST_IN_A_WHILE = 60;

  private static final Duration A_WHILE = Duration.ofMinutes(1);

  /** Longer than anybody looks. */
  private static final Duration A_MOMENT = Duration.ofSeconds(1);

  private final Shares shares;
  private final SealWords sealWords;
  private final ShowCredential showCredential;
  private final LearnerLinks links;
  private final Disclosures disclosures;
  private final InstantSource clock;

  ViewShare(
      Shares shares,
      SealWords sealWords,
      ShowCredential showCredential,
      LearnerLinks links,
      Disclosures disclosures,
      InstantSource clock) {
    this.shares = shares;
    this.sealWords = sealWords;
    this.showCredential = showCredential;
    this.links = links;
    this.disclosures = disclosures;
    this.clock = clock;
  }

  /** What comes of it. */
  public sealed interface Outcome {}

  /**
   * What is shown.
   *
   * @param viewsLeft null where nobody counts
   */
  public record Seen(
      Share share, @Nullable String recipient, @Nullable Integer viewsLeft, List<Shown> documents)
      implements Outcome {
    public Seen {
      documents = List.copyOf(documents);
    }
  }

  /** Nothing is shown. */
  public sealed interface Refused extends Outcome {

    /** No link was ever like this. */
    record NoSuchShare() implements Refused {}

    /** There was something, and it is over. */
    record Ended(Share.State because) implements Refused {}

    /** It takes a PIN. */
    record PinNeeded() implements Refused {}

    /** It may be seen so many times, and nobody said that this is to be one of them. */
    record TakesAView(int left) implements Refused {}

    /** It takes another PIN. */
    record WrongPin(int left) implements Refused {}

    /**
     * Too many look, or somebody else does in this very moment.
     *
     * @param pause after which another try makes sense
     */
    record TooOften(Duration pause) implements Refused {}
  }

  /**
   * Looks, once.
   *
   * @param token as the link has it
   * @param counted whether one of a limited number of views may go for it
   */
  @Transactional
  public Outcome view(String token, @Nullable String pin, boolean counted) {
    Optional<byte[]> hash = ShareToken.parse(token).map(ShareToken::hash);
    if (hash.isEmpty()) {
      return new Refused.NoSuchShare();
    }
    if (!shares.tryLock(hash.get())) {
      return new Refused.TooOften(A_MOMENT);
    }
    Optional<Kept> kept = shares.find(hash.get());
    if (kept.isEmpty()) {
      return new Refused.NoSuchShare();
    }
    Share share = kept.get().share();
    Instant now = clock.instant();
    Share.State state = share.state(now);
    if (state != Share.State.OPEN) {
      return new Refused.Ended(state);
    }
    Optional<ShareWords> words = sealWords.open(kept.get());
    if (words.isEmpty()) {
      return new Refused.Ended(Share.State.WITHDRAWN);
    }
    Optional<Refused> refused = pinRefused(share, words.get().pin(), pin, now);
    if (refused.isPresent()) {
      return refused.get();
    }
    Integer most = share.mostViews();
    if (most != null && !counted) {
      return new Refused.TakesAView(most - share.views());
    }
    return pause(share, now)
        .<Outcome>map(Refused.TooOften::new)
        .orElseGet(() -> shown(share, words.get(), now));
  }

  private Optional<Duration> pause(Share share, Instant now) {
    return shares
        .viewedAt(share.id(), share.views() + 1 - MOST_IN_A_WHILE)
        .map(at -> Duration.between(now, at.plus(A_WHILE)))
        // One that lies ahead was noted by a clock that is wrong: nobody waits for that.
        .filter(pause -> pause.isPositive() && pause.compareTo(A_WHILE) <= 0);
  }

  private Optional<Refused> pinRefused(
      Share share, @Nullable String right, @Nullable String given, Instant now) {
    if (right == null) {
      return Optional.empty();
    }
    if (given == null || given.isEmpty()) {
      return Optional.of(new Refused.PinNeeded());
    }
    if (MessageDigest.isEqual(right.getBytes(US_ASCII), given.getBytes(US_ASCII))) {
      return Optional.empty();
    }
    shares.wrongPin(share.id(), share.wrongPins() + 1, now);
    int left = share.pinsLeft() - 1;
    return Optional.of(
        left == 0 ? new Refused.Ended(Share.State.LOCKED) : new Refused.WrongPin(left));
  }

  private Outcome shown(Share share, ShareWords words, Instant now) {
    Collection<String> refs = refsOf(share);
    List<Shown> documents = new ArrayList<>();
    for (Share.Part part : share.parts()) {
      // What its learner holds no more, since they unlinked or erased it, they show no more.
      showCredential.show(refs, part.credential(), part.pointers()).ifPresent(documents::add);
    }
    if (documents.isEmpty()) {
      return new Refused.Ended(Share.State.WITHDRAWN);
    }
    shares.viewed(
        share.id(),
        share.views() + 1,
        now,
        documents.stream().map(Shown::credential).collect(toSet()));
    for (Shown document : documents) {
      disclosures.record(
          Basis.CONSENT, Purpose.SHARE, "share:" + share.id(), "credential", document.credential());
    }
    Integer most = share.mostViews();
    return new Seen(
        share, words.recipient(), most == null ? null : most - share.views() - 1, documents);
  }

  /** All references that are now of the learner whose account made it. */
  private Collection<String> refsOf(Share share) {
    List<String> own = List.of(share.learnerRef());
    return links.find(own).stream()
        .map(LearnerLink::learner)
        .filter(Objects::nonNull)
        .findFirst()
        .map(this::refs)
        .orElse(own);
  }

  private List<String> refs(UUID learner) {
    return links.of(learner).stream().map(LearnerLink::ref).toList();
  }
}
