package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.StatusListVerifier.Refused;
import org.mikromerit.credential.status.StatusListVerifier.Trusted;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.issuer.signing.OrganisationKeys;
import org.mikromerit.issuer.signing.PublicAddress;
import org.mikromerit.issuer.status.StatusLists.Bits;
import org.mikromerit.issuer.status.StatusLists.Publication;
import org.mikromerit.issuer.status.StatusLists.StatusList;
import org.mikromerit.kit.examination.Check;
import org.mikromerit.kit.examination.CheckPage;
import org.mikromerit.kit.examination.Known;
import org.mikromerit.kit.examination.Violation;

/**
 * Every published list holds by its signature, and each of its bits is as the credentials stand. A
 * list with changes that it does not tell yet is looked at again once it was signed twice more:
 * what is wrong then, and was before, stays wrong.
 */
@ApplicationScoped
class ListsTellStatuses implements Check {
  private static final String TABLE = "status_list_publication";
  private static final int SIGNED_SINCE = 2;

  /** Of one list; beyond these nobody reads them one by one. */
  private static final int MOST = 100;

  private final StatusLists lists;
  private final OrganisationKeys keys;
  private final PublicAddress address;
  private final InstantSource clock;

  ListsTellStatuses(
      StatusLists lists, OrganisationKeys keys, PublicAddress address, InstantSource clock) {
    this.lists = lists;
    this.keys = keys;
    this.address = address;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "status-lists";
  }

  /**
   * Where the examination is.
   *
   * @param after the list that was examined last
   * @param version of the next list when it was first looked at
   * @param wrong its places that were wrong then
   */
  private record Cursor(UUID after, int version, BitSet wrong) {
    static Cursor of(@Nullable String text) {
      if (text == null) {
        return new Cursor(new UUID(0, 0), 0, new BitSet());
      }
      String[] parts = text.split(" ", -1);
      var wrong = new BitSet();
      Stream.of(parts[2].split(",", -1))
          .filter(each -> !each.isEmpty())
          .forEach(each -> wrong.set(Integer.parseInt(each)));
      return new Cursor(UUID.fromString(parts[0]), Integer.parseInt(parts[1]), wrong);
    }

    String text() {
      return "%s %d %s"
          .formatted(
              after,
              version,
              wrong.stream().mapToObj(Integer::toString).collect(Collectors.joining(",")));
    }
  }

  @Override
  public CheckPage next(@Nullable Known known, @Nullable String text) {
    Cursor cursor = Cursor.of(text);
    List<Publication> next = lists.lockedPublicationsAfter(cursor.after(), 1);
    if (next.isEmpty()) {
      return CheckPage.last(0, List.of());
    }
    Publication publication = next.getFirst();
    Optional<StatusList> list = lists.find(publication.list());
    if (list.isEmpty()) {
      return done(publication, List.of(violation(publication, "There is no such list.")));
    }
    // First the bits, then the marks: a change that the bits have was marked before.
    Bits bits = lists.bits(list.get());
    boolean changed = lists.isChanged(publication.list());
    Optional<String> fault = fault(publication, list.get());
    if (fault.isPresent()) {
      return done(publication, List.of(violation(publication, fault.get())));
    }
    BitSet wrong = wrong(publication, list.get(), bits);
    if (changed && cursor.version() == 0 && !wrong.isEmpty()) {
      return CheckPage.again(
          new Cursor(cursor.after(), publication.version(), first(wrong)).text());
    }
    if (changed && !wrong.isEmpty()) {
      if (publication.version() < cursor.version() + SIGNED_SINCE) {
        return CheckPage.again(cursor.text());
      }
      wrong.and(cursor.wrong());
    }
    return done(
        publication,
        first(wrong).stream()
            .mapToObj(
                place ->
                    violation(
                        publication,
                        "Place %d is told otherwise than its credential stands.".formatted(place)))
            .toList());
  }

  private CheckPage done(Publication publication, List<Violation> violations) {
    return CheckPage.more(new Cursor(publication.list(), 0, new BitSet()).text(), 1, violations);
  }

  private Violation violation(Publication publication, String sentence) {
    return new Violation(name(), TABLE, "list=" + publication.list(), sentence);
  }

  private Optional<String> fault(Publication publication, StatusList list) {
    Optional<StatusListCredential> told = credential(publication);
    if (told.isEmpty()) {
      return Optional.of("Its signature does not hold.");
    }
    boolean same =
        told.get().url().equals(address.statusList(publication.list()))
            && told.get().purpose() == list.purposeOf(publication.list())
            && told.get().validFrom().getEpochSecond() == publication.issuedAt().getEpochSecond()
            && told.get().validUntil().getEpochSecond() == publication.validUntil().getEpochSecond()
            && told.get().bits().size() == list.capacity();
    if (!same) {
      return Optional.of("What is kept beside the signed list is not what the list says.");
    }
    if (publication.token() != null && token(publication).isEmpty()) {
      return Optional.of("The signature of its token does not hold.");
    }
    return Optional.empty();
  }

  /** It is as it was signed, by a key of ours; whether the key still counts is another question. */
  private Optional<StatusListCredential> credential(Publication publication) {
    var verifier =
        new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(this::key));
    return switch (verifier.read(publication.credential(), clock.instant())) {
      case Trusted trusted -> Optional.of(trusted.list().list());
      case Refused _ -> Optional.empty();
    };
  }

  private Optional<VerifiedTokenList> token(Publication publication) {
    return VerifiedTokenList.read(String.valueOf(publication.token()), this::key, clock.instant())
        .filter(read -> read.url().equals(address.tokenStatusList(publication.list())));
  }

  private IssuerKeys.Answer key(VerificationMethodId method) {
    return keys.named(method.toString())
        .flatMap(key -> PublicKey.fromMultibase(key.publicKeyMultibase()))
        .<IssuerKeys.Answer>map(IssuerKeys.Held::always)
        .orElseGet(IssuerKeys.NotTheirs::new);
  }

  private BitSet wrong(Publication publication, StatusList list, Bits bits) {
    BitSet facts =
        switch (list.purposeOf(publication.list())) {
          case REVOCATION -> (BitSet) bits.revoked().clone();
          case SUSPENSION -> (BitSet) bits.suspended().clone();
        };
    StatusBits told = credential(publication).orElseThrow().bits();
    var wrong = new BitSet();
    for (int place = 0; place < list.capacity(); place++) {
      if (told.isSet(place) != facts.get(place)) {
        wrong.set(place);
      }
    }
    if (publication.token() != null
        && list.purposeOf(publication.list()) == StatusPurpose.REVOCATION) {
      wrong.or(wrong(token(publication).orElseThrow(), list, bits));
    }
    return wrong;
  }

  private static BitSet wrong(VerifiedTokenList token, StatusList list, Bits bits) {
    var wrong = new BitSet();
    for (int place = 0; place < list.capacity(); place++) {
      int fact =
          bits.revoked().get(place)
              ? TokenStatuses.INVALID
              : bits.suspended().get(place) ? TokenStatuses.SUSPENDED : TokenStatuses.VALID;
      if (token.value(place).orElse(-1) != fact) {
        wrong.set(place);
      }
    }
    return wrong;
  }

  private static BitSet first(BitSet places) {
    var first = new BitSet();
    places.stream().limit(MOST).forEach(first::set);
    return first;
  }
}
