package org.mikromerit.verification.bundle;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.Told;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.verification.bundle.BundleContent.DefinitionSaid;
import org.mikromerit.verification.bundle.BundleContent.IssuerSaid;
import org.mikromerit.verification.bundle.BundleContent.KeySaid;
import org.mikromerit.verification.bundle.BundleContent.ListSaid;
import org.mikromerit.verification.bundle.BundleContent.StatusSaid;
import org.mikromerit.verification.trust.RegisteredIssuers;
import org.mikromerit.verification.trust.RegisteredRights;

/**
 * What a trusted registry said as of one moment. It is heard on its own issuers alone, whose DIDs
 * lie under its own: no registry speaks for another's.
 */
public final class TrustBundle {
  /** Two that were made at the same moment are told apart by their content. */
  static final Comparator<TrustBundle> NEWEST_FIRST =
      Comparator.comparing(TrustBundle::asOf)
          .reversed()
          .thenComparing(bundle -> bundle.registry.value())
          .thenComparing(bundle -> bundle.id);

  private final String id;
  private final Did registry;
  private final Told told;
  private final Map<String, IssuerSaid> issuers;
  private final Map<UUID, UUID> creators;
  private final List<IssuingRightChangedV1> rights;
  private final Map<String, String> lists;
  private final Map<UUID, StatusSaid> statuses;

  /**
   * Takes what was said.
   *
   * @param id of the very words
   * @param told when, and how long that counts
   */
  TrustBundle(String id, Did registry, Told told, BundleContent content) {
    this.id = id;
    this.registry = registry;
    this.told = told;
    this.issuers =
        said(content.issuers()).stream()
            .filter(issuer -> issuer.did().equals(organisation(issuer.organisationId()).value()))
            .collect(byFirst(IssuerSaid::did, Function.identity()));
    this.creators =
        said(content.definitions()).stream()
            .collect(byFirst(DefinitionSaid::id, DefinitionSaid::organisationId));
    this.rights = said(content.rights());
    this.lists =
        said(content.statusLists()).stream().collect(byFirst(ListSaid::url, ListSaid::credential));
    this.statuses =
        said(content.statuses()).stream()
            .collect(byFirst(StatusSaid::credentialId, Function.identity()));
  }

  private static <T> List<T> said(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  private static <T, K, V> Collector<T, ?, Map<K, V>> byFirst(
      Function<T, K> key, Function<T, V> value) {
    return Collectors.toUnmodifiableMap(key, value, (one, _) -> one);
  }

  private Did organisation(UUID id) {
    return new Did(registry.value() + ":organisations:" + id);
  }

  public Did registry() {
    return registry;
  }

  /** When it was said. */
  public Instant asOf() {
    return told.asOf();
  }

  /** When it was said, and how long it counts. */
  Told told() {
    return told;
  }

  /** The DIDs of whom it speaks. */
  public Set<String> issuers() {
    return issuers.keySet();
  }

  Optional<IssuerKeys.Answer> key(VerificationMethodId method) {
    return issuer(method.did()).map(issuer -> key(issuer, method));
  }

  private static IssuerKeys.Answer key(IssuerSaid issuer, VerificationMethodId method) {
    return issuer.keys().stream()
        .filter(key -> key.verificationMethod().equals(method.url()))
        .findFirst()
        .flatMap(TrustBundle::held)
        .orElseGet(IssuerKeys.NotTheirs::new);
  }

  private static Optional<IssuerKeys.Answer> held(KeySaid key) {
    return PublicKey.fromMultibase(key.publicKeyMultibase())
        .map(
            usable ->
                new IssuerKeys.Held(usable, key.validFrom(), key.validUntil(), key.revokedAt()));
  }

  Optional<Issuers.Answer> listed(Did did) {
    return issuer(did)
        .map(
            issuer ->
                RegisteredIssuers.listed(
                        issuer.name(), issuer.history(), said(issuer.accreditations()))
                    .as(told));
  }

  Optional<IssuingRights.Answer> rights(UUID definition, Did issuer) {
    return Optional.ofNullable(creators.get(definition))
        .map(
            creator ->
                organisation(creator).equals(issuer)
                    ? new IssuingRights.Created()
                    : new IssuingRights.OfAnother(
                        organisation(creator),
                        granted(definition, creator, issuer),
                        Optional.of(told)));
  }

  private List<IssuingRights.Right> granted(UUID definition, UUID creator, Did holder) {
    return rights.stream()
        .filter(right -> right.definitionId().equals(definition))
        .filter(right -> right.creatorId().equals(creator))
        .filter(right -> organisation(right.issuerId()).equals(holder))
        .map(right -> RegisteredRights.right(right.rightId(), right.history()))
        .toList();
  }

  /** The list as it was signed; whose it is must be verified. */
  Optional<String> list(URI url) {
    return Optional.ofNullable(lists.get(url.toString()));
  }

  Optional<CredentialStatuses.Answer> status(CredentialId credential) {
    return Optional.ofNullable(statuses.get(credential.value())).map(this::status);
  }

  private CredentialStatuses.Answer status(StatusSaid said) {
    Optional<String> reason = Optional.ofNullable(said.reason()).map(StatusReason::code);
    Instant since = said.since() == null ? asOf() : said.since();
    return switch (said.status()) {
      case VALID -> new CredentialStatuses.Unknown();
      // It may have been reinstated since, which is not for us to suppose.
      case SUSPENDED ->
          new CredentialStatuses.Announced(new CredentialStatuses.Suspended(reason, since));
      case REVOKED ->
          new CredentialStatuses.Announced(new CredentialStatuses.Revoked(reason, since));
    };
  }

  private Optional<IssuerSaid> issuer(Did did) {
    return Optional.ofNullable(issuers.get(did.value()));
  }
}
