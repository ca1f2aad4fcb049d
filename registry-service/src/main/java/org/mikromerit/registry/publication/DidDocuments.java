package org.mikromerit.registry.publication;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidDocument;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.organisation.Organisations;

/**
 * The DID documents of the organisations that may sign, or once could: what they signed then is
 * still to be checked. And the registry's own.
 */
@ApplicationScoped
public class DidDocuments {
  private final Organisations organisations;
  private final OrganisationKeys keys;
  private final RegistrySigner registry;
  private final TrustListVersions versions;

  DidDocuments(
      Organisations organisations,
      OrganisationKeys keys,
      RegistrySigner registry,
      TrustListVersions versions) {
    this.organisations = organisations;
    this.keys = keys;
    this.registry = registry;
    this.versions = versions;
  }

  /**
   * The registry's, by which its lists and bundles are checked: with the keys of before, or what
   * they signed would no longer verify.
   */
  public byte[] ofTheRegistry() {
    Set<VerificationMethodId> methods = new LinkedHashSet<>(List.of(registry.method()));
    versions.methods().stream()
        .filter(former -> former.did().equals(registry.did()))
        .forEach(methods::add);
    return DidDocument.compose(
        registry.did(), methods.stream().map(DidDocuments::keyNamedByItself).toList());
  }

  private static DidDocument.Key keyNamedByItself(VerificationMethodId method) {
    return DidDocument.Key.of(PublicKey.fromMultibase(method.fragment()).orElseThrow());
  }

  /** The document's bytes; nothing for who was never authorised or has no key. */
  public Optional<byte[]> of(UUID organisation) {
    return organisations
        .find(organisation)
        .filter(Organisation::wasEverAuthorised)
        .flatMap(this::document);
  }

  private Optional<byte[]> document(Organisation organisation) {
    List<DidDocument.Key> published =
        keys.of(List.of(organisation.id())).stream()
            .map(key -> new DidDocument.Key(key.method().fragment(), key.key(), key.revokedAt()))
            .toList();
    return published.isEmpty()
        ? Optional.empty()
        : Optional.of(DidDocument.compose(new Did(organisation.did()), published));
  }
}
