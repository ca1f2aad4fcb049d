package org.mikromerit.registry.learner;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.identity.Ids;

/** Makes the references of one person one learner, whoever of them we knew before. */
@ApplicationScoped
class LinkIdentifiers {
  private final LearnerLinks links;
  private final AnnounceLink announcement;
  private final Ids ids;
  private final InstantSource clock;

  LinkIdentifiers(LearnerLinks links, AnnounceLink announcement, Ids ids, InstantSource clock) {
    this.links = links;
    this.announcement = announcement;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Whose the identifiers are now.
   *
   * @param changes how many references became another's by it
   */
  record Linked(UUID learner, int changes) {}

  /** What was known before. */
  private record Known(Map<String, LearnerLink> links) {

    @Nullable UUID learner(VerifiedIdentifier identifier) {
      LearnerLink link = links.get(identifier.ref());
      return link == null ? null : link.learner();
    }

    boolean wasUnlinked(VerifiedIdentifier identifier) {
      LearnerLink link = links.get(identifier.ref());
      return link != null && link.learner() == null;
    }
  }

  /**
   * The learner of an account that is linked as it should be already; null where there is more to
   * do.
   */
  @Nullable UUID settled(List<VerifiedIdentifier> identifiers, boolean again) {
    Known known = known(identifiers);
    UUID learner = known.learner(identifiers.getFirst());
    return learner != null
            && identifiers.stream()
                .allMatch(
                    each ->
                        learner.equals(known.learner(each)) || (!again && known.wasUnlinked(each)))
        ? learner
        : null;
  }

  /**
   * Links the identifiers to one learner and says which; of several learners the oldest stays, and
   * the others' references become theirs.
   *
   * @param identifiers the account first
   * @param again whether those that were unlinked are asked for again
   */
  Linked link(List<VerifiedIdentifier> identifiers, boolean again) {
    links.lock();
    Known known = known(identifiers);
    List<VerifiedIdentifier> theirs =
        identifiers.stream()
            .filter(each -> again || !known.wasUnlinked(each))
            .filter(each -> !isSomebodyElses(each, identifiers, known))
            .toList();
    Instant now = clock.instant();
    Set<UUID> learners = learners(theirs, known);
    UUID learner = links.oldest(learners).orElseGet(() -> recognised(now));
    List<LearnerLink> changes = changes(learner, learners, theirs, known, now);
    changes.forEach(this::change);
    return new Linked(learner, changes.size());
  }

  private Known known(List<VerifiedIdentifier> identifiers) {
    return new Known(
        links.find(identifiers.stream().map(VerifiedIdentifier::ref).toList()).stream()
            .collect(toMap(LearnerLink::ref, identity())));
  }

  /**
   * An address that belongs to somebody with another national number: addresses change hands,
   * numbers do not, so it stays with whom it was verified for first.
   */
  private boolean isSomebodyElses(
      VerifiedIdentifier identifier, List<VerifiedIdentifier> mine, Known known) {
    UUID owner = known.learner(identifier);
    if (identifier.kind() != IdentifierKind.EMAIL || owner == null) {
      return false;
    }
    Set<String> myNumbers = new HashSet<>(numbers(mine));
    UUID me = known.learner(mine.getFirst());
    if (me != null) {
      myNumbers.addAll(numbersOf(me));
    }
    Set<String> theirNumbers = numbersOf(owner);
    return !owner.equals(me)
        && !myNumbers.isEmpty()
        && !theirNumbers.isEmpty()
        && theirNumbers.stream().noneMatch(myNumbers::contains);
  }

  private static List<String> numbers(Collection<VerifiedIdentifier> identifiers) {
    return identifiers.stream()
        .filter(each -> each.kind() == IdentifierKind.NATIONAL_NUMBER)
        .map(VerifiedIdentifier::ref)
        .toList();
  }

  private Set<String> numbersOf(UUID learner) {
    var numbers = new HashSet<String>();
    for (LearnerLink link : links.of(learner)) {
      if (link.kind() == IdentifierKind.NATIONAL_NUMBER) {
        numbers.add(link.ref());
      }
    }
    return numbers;
  }

  private static Set<UUID> learners(List<VerifiedIdentifier> identifiers, Known known) {
    var learners = new HashSet<UUID>();
    identifiers.stream().map(known::learner).filter(Objects::nonNull).forEach(learners::add);
    return learners;
  }

  private UUID recognised(Instant now) {
    UUID learner = ids.next();
    links.add(learner, now);
    return learner;
  }

  /** The references of those who turn out to be the learner, and those that were nobody's. */
  private List<LearnerLink> changes(
      UUID learner, Set<UUID> learners, List<VerifiedIdentifier> theirs, Known known, Instant now) {
    var changes = new ArrayList<LearnerLink>();
    for (UUID other : learners) {
      if (!other.equals(learner)) {
        links.of(other).forEach(link -> changes.add(link.become(learner, now)));
      }
    }
    for (VerifiedIdentifier each : theirs) {
      if (known.learner(each) == null) {
        changes.add(entry(known.links().get(each.ref()), each, learner, now));
      }
    }
    return changes;
  }

  private static LearnerLink entry(
      @Nullable LearnerLink before, VerifiedIdentifier identifier, UUID learner, Instant now) {
    return before == null
        ? LearnerLink.first(identifier, learner, now)
        : before.become(learner, now);
  }

  void change(LearnerLink changed) {
    links.append(changed);
    announcement.announce(changed);
  }
}
