package org.mikromerit.registry.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
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

    /** As it was before anybody looked, guessed or took it back. */
    public Details whenMade() {
      return new Details(share.whenMade(), words, Share.State.OPEN, titles, entered);
    }
  }

  /**
   * That somebody looked.
   *
   * @param shown what they saw of the share
   */
  public record Disclosed(long entered, Instant at, Details share, List<Share.Part> shown) {
    public Disclosed {
      shown = List.copyOf(shown);
    }
  }

  /** At most so many of the learner's, the newest first. */
  @Transactional
  public List<Details> page(Learner learner, long before, int atMost) {
    note(learner);
    return readable(
        before,
        atMost,
        from -> shares.page(learner.refs(), from, atMost),
        Kept::entered,
        this::opened);
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
    return readable(
        before,
        atMost,
        from -> shares.views(learner.refs(), from, atMost),
        View::entered,
        view ->
            known
                .computeIfAbsent(view.share(), id -> opened(learner, id))
                .map(details -> disclosed(view, details)));
  }

  /**
   * As many rows as are asked for, if there are so many whose words were not erased.
   *
   * @param page at most so many rows before a number, the last first
   */
  private static <R, T> List<T> readable(
      long before,
      int atMost,
      LongFunction<List<R>> page,
      ToLongFunction<R> number,
      Function<R, Optional<T>> read) {
    List<T> readable = new ArrayList<>();
    long from = before;
    while (true) {
      List<R> rows = page.apply(from);
      rows.stream()
          .flatMap(row -> read.apply(row).stream())
          .limit(atMost - readable.size())
          .forEach(readable::add);
      if (readable.size() == atMost || rows.size() < atMost) {
        return readable;
      }
      from = number.applyAsLong(rows.getLast());
    }
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
    return new Disclosed(
        view.entered(),
        view.at(),
        details,
        details.share().parts().stream().filter(part -> wasShown(view, part)).toList());
  }

  /** Of the first views nobody noted it: as far as we know they showed all. */
  private static boolean wasShown(View view, Share.Part part) {
    return view.shown().isEmpty() || view.shown().contains(part.credential());
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
