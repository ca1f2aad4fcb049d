package org.mikromerit.registry.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.disclosure.Basis;
import org.mikromerit.kit.disclosure.Disclosures;
import org.mikromerit.kit.disclosure.Purpose;
import org.mikromerit.registry.learner.Learner;
import org.mikromerit.registry.portfolio.Portfolio;
import org.mikromerit.registry.portfolio.PortfolioEntry;
import org.mikromerit.registry.sharing.Shares.Kept;
import org.mikromerit.registry.sharing.Shares.View;

/** A learner sees what they show to whom, and when somebody looked. */
@ApplicationScoped
public class ReadShares {
  private final Shares shares;
  private final SealWords sealWords;
  private final Portfolio portfolio;
  private final Disclosures disclosures;
  private final InstantSource clock;

  ReadShares(
      Shares shares,
      SealWords sealWords,
      Portfolio portfolio,
      Disclosures disclosures,
      InstantSource clock) {
    this.shares = shares;
    this.sealWords = sealWords;
    this.portfolio = portfolio;
    this.disclosures = disclosures;
    this.clock = clock;
  }

  /**
   * A share as its learner sees it.
   *
   * @param titles of its credentials
   */
  public record Details(
      Share share, ShareWords words, Share.State state, Map<UUID, String> titles, long entered) {
    public Details {
      titles = Map.copyOf(titles);
    }
  }

  /** That somebody looked. */
  public record Disclosed(long entered, Instant at, Details share) {}

  /** At most so many of the learner's, the newest first. */
  @Transactional
  public List<Details> page(Learner learner, long before, int atMost) {
    note(learner);
    return shares.page(learner.refs(), before, atMost).stream()
        .flatMap(kept -> opened(kept).stream())
        .toList();
  }

  /** One of the learner's. */
  @Transactional
  public Optional<Details> find(Learner learner, UUID share) {
    note(learner);
    return opened(learner, share);
  }

  private Optional<Details> opened(Learner learner, UUID share) {
    return shares.find(learner.refs(), share).flatMap(this::opened);
  }

  /** At most so many times that somebody looked, the last first. */
  @Transactional
  public List<Disclosed> disclosures(Learner learner, long before, int atMost) {
    note(learner);
    Map<UUID, Optional<Details>> known = new HashMap<>();
    return shares.views(learner.refs(), before, atMost).stream()
        .flatMap(
            view ->
                known.computeIfAbsent(view.share(), id -> opened(learner, id)).stream()
                    .map(details -> disclosed(view, details)))
        .toList();
  }

  private void note(Learner learner) {
    disclosures.record(
        Basis.DATA_SUBJECT_REQUEST,
        Purpose.LEARNER_ACCESS,
        "learner:" + learner.id(),
        "shares",
        learner.id());
  }

  private static Disclosed disclosed(View view, Details details) {
    return new Disclosed(view.entered(), view.at(), details);
  }

  private Optional<Details> opened(Kept kept) {
    return sealWords.open(kept).map(words -> details(kept.share(), words, kept.entered()));
  }

  Details details(Share share, ShareWords words) {
    return details(share, words, 0);
  }

  private Details details(Share share, ShareWords words, long entered) {
    Map<UUID, String> titles = new HashMap<>();
    for (Share.Part part : share.parts()) {
      String title = title(part);
      if (title != null) {
        titles.put(part.credential(), title);
      }
    }
    return new Details(share, words, share.state(clock.instant()), titles, entered);
  }

  private @Nullable String title(Share.Part part) {
    return portfolio
        .find(List.of(part.learnerRef()), part.credential())
        .map(PortfolioEntry::title)
        .orElse(null);
  }
}
