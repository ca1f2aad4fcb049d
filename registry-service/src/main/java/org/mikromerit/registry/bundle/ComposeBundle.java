package org.mikromerit.registry.bundle;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.mikromerit.events.EventCodec;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.registry.bundle.VerificationBundle.AccreditationEntry;
import org.mikromerit.registry.bundle.VerificationBundle.DefinitionEntry;
import org.mikromerit.registry.bundle.VerificationBundle.IssuerEntry;
import org.mikromerit.registry.bundle.VerificationBundle.KeyEntry;
import org.mikromerit.registry.bundle.VerificationBundle.StateEntry;
import org.mikromerit.registry.bundle.VerificationBundle.StatusEntry;
import org.mikromerit.registry.bundle.VerificationBundle.StatusListEntry;
import org.mikromerit.registry.catalogue.Catalogue;
import org.mikromerit.registry.issuingright.IssuingRights;
import org.mikromerit.registry.ledger.CredentialFact;
import org.mikromerit.registry.ledger.Ledger;
import org.mikromerit.registry.ledger.Suspensions;
import org.mikromerit.registry.ledger.Suspensions.Suspension;
import org.mikromerit.registry.organisation.Accreditation;
import org.mikromerit.registry.organisation.Accreditations;
import org.mikromerit.registry.organisation.Organisation;
import org.mikromerit.registry.publication.OrganisationKey;
import org.mikromerit.registry.publication.OrganisationKeys;
import org.mikromerit.registry.publication.RegistrySigner;

/** Says, signed, all that some credentials need to be verified elsewhere, and nothing more. */
@ApplicationScoped
public class ComposeBundle {
  private final RegisteredParties parties;
  private final Accreditations accreditations;
  private final OrganisationKeys keys;
  private final NamedLists lists;
  private final Catalogue catalogue;
  private final IssuingRights rights;
  private final Ledger ledger;
  private final Suspensions suspensions;
  private final RegistrySigner signer;
  private final ObjectMapper json;

  ComposeBundle(
      RegisteredParties parties,
      Accreditations accreditations,
      OrganisationKeys keys,
      NamedLists lists,
      Catalogue catalogue,
      IssuingRights rights,
      Ledger ledger,
      Suspensions suspensions,
      RegistrySigner signer,
      ObjectMapper json) {
    this.parties = parties;
    this.accreditations = accreditations;
    this.keys = keys;
    this.lists = lists;
    this.catalogue = catalogue;
    this.rights = rights;
    this.ledger = ledger;
    this.suspensions = suspensions;
    this.signer = signer;
    this.json = json;
  }

  /** The signed bundle. */
  public String compose(Collection<Needed> credentials, Instant at) {
    try {
      return signer.sign(VerificationBundle.TYPE, json.writeValueAsBytes(bundle(credentials, at)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A bundle is made of plain values", e);
    }
  }

  private VerificationBundle bundle(Collection<Needed> credentials, Instant at) {
    List<DefinitionPublishedV1> definitions = definitions(credentials);
    List<IssuingRightChangedV1> granted = rights(credentials, definitions);
    Map<URI, NamedLists.Named> named = lists(credentials);
    Map<UUID, Organisation> issuers = new TreeMap<>();
    credentials.forEach(
        each -> parties.of(each.issuer()).ifPresent(found -> issuers.put(found.id(), found)));
    Set<UUID> others = new LinkedHashSet<>();
    definitions.forEach(each -> others.add(each.organisationId()));
    granted.forEach(each -> others.add(each.creatorId()));
    named.values().forEach(each -> others.add(each.organisation()));
    others.forEach(id -> parties.of(id).ifPresent(found -> issuers.put(found.id(), found)));
    return new VerificationBundle(
        signer.did().value(),
        at,
        issuers(issuers.values()),
        granted.stream().map(right -> tree(EventCodec.toJson(right))).toList(),
        definitions.stream().map(ComposeBundle::definition).toList(),
        named.entrySet().stream()
            .map(
                each -> new StatusListEntry(each.getKey().toString(), each.getValue().credential()))
            .toList(),
        statuses(credentials));
  }

  private List<DefinitionPublishedV1> definitions(Collection<Needed> credentials) {
    Map<String, DefinitionPublishedV1> found = new LinkedHashMap<>();
    for (Needed each : credentials) {
      if (each.definition().isPresent() && each.version().isPresent()) {
        catalogue
            .version(each.definition().get(), each.version().get())
            .ifPresent(definition -> found.put(definition.subject(), definition));
      }
    }
    return List.copyOf(found.values());
  }

  /** The rights by which one issued what another defined. */
  private List<IssuingRightChangedV1> rights(
      Collection<Needed> credentials, List<DefinitionPublishedV1> definitions) {
    Map<UUID, UUID> owners = new LinkedHashMap<>();
    definitions.forEach(each -> owners.put(each.definitionId(), each.organisationId()));
    Map<UUID, IssuingRightChangedV1> found = new LinkedHashMap<>();
    for (Needed each : credentials) {
      Optional<UUID> issuer = parties.of(each.issuer()).map(Organisation::id);
      if (issuer.isPresent() && each.definition().isPresent()) {
        UUID definition = each.definition().get();
        if (!issuer.get().equals(owners.get(definition))) {
          rights.of(definition, issuer.get()).forEach(right -> found.put(right.rightId(), right));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private Map<URI, NamedLists.Named> lists(Collection<Needed> credentials) {
    Map<URI, NamedLists.Named> found = new LinkedHashMap<>();
    credentials.stream()
        .flatMap(each -> each.statusLists().stream())
        .distinct()
        .forEach(url -> lists.at(url).ifPresent(list -> found.put(url, list)));
    return found;
  }

  private List<IssuerEntry> issuers(Collection<Organisation> organisations) {
    Map<UUID, List<OrganisationKey>> theirs =
        keys.of(organisations.stream().map(Organisation::id).toList()).stream()
            .collect(groupingBy(OrganisationKey::organisation));
    return organisations.stream()
        .map(each -> issuer(each, theirs.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private IssuerEntry issuer(Organisation organisation, List<OrganisationKey> theirs) {
    return new IssuerEntry(
        organisation.did(),
        organisation.profile().name(),
        organisation.id(),
        organisation.profile().governanceModel(),
        organisation.history().stream()
            .map(past -> new StateEntry(past.state(), past.since(), past.reason()))
            .toList(),
        accreditations.of(List.of(organisation.id())).stream()
            .map(ComposeBundle::accreditation)
            .toList(),
        theirs.stream()
            .map(
                key ->
                    new KeyEntry(
                        key.method().url(),
                        key.key().multibase(),
                        key.validFrom(),
                        key.validUntil(),
                        key.revokedAt()))
            .toList());
  }

  private static AccreditationEntry accreditation(Accreditation accreditation) {
    Accreditation.Terms terms = accreditation.terms();
    return new AccreditationEntry(
        accreditation.id(),
        terms.scheme(),
        terms.body(),
        terms.scope(),
        terms.validFrom(),
        terms.validUntil(),
        Optional.ofNullable(accreditation.withdrawal())
            .map(Accreditation.Withdrawal::at)
            .orElse(null));
  }

  private static DefinitionEntry definition(DefinitionPublishedV1 definition) {
    return new DefinitionEntry(
        definition.definitionId(),
        definition.version(),
        definition.organisationId(),
        definition.title().byLanguage());
  }

  private List<StatusEntry> statuses(Collection<Needed> credentials) {
    Set<UUID> ids = new LinkedHashSet<>();
    credentials.forEach(each -> ids.addAll(each.credentials()));
    Map<UUID, StatusEntry> found = new LinkedHashMap<>();
    for (CredentialFact fact : ledger.about(ids)) {
      status(fact)
          .ifPresent(status -> found.merge(fact.credential(), status, ComposeBundle::stronger));
    }
    for (Suspension suspension : suspensions.among(ids)) {
      found.merge(suspension.credential(), status(suspension), ComposeBundle::stronger);
    }
    return new ArrayList<>(found.values());
  }

  private static Optional<StatusEntry> status(CredentialFact fact) {
    return switch (fact) {
      case CredentialFact.Issued issued ->
          Optional.of(
              new StatusEntry(
                  issued.credential(), CredentialStatus.VALID, null, issued.occurredAt()));
      // What became of it only its status list tells.
      case CredentialFact.Signed _ -> Optional.empty();
      case CredentialFact.Revoked revoked ->
          Optional.of(
              new StatusEntry(
                  revoked.credential(),
                  CredentialStatus.REVOKED,
                  revoked.reason(),
                  revoked.occurredAt()));
    };
  }

  private static StatusEntry status(Suspension suspension) {
    return new StatusEntry(
        suspension.credential(),
        CredentialStatus.SUSPENDED,
        suspension.reason(),
        suspension.since());
  }

  /** A revocation counts most, whichever of the facts was registered first. */
  private static StatusEntry stronger(StatusEntry known, StatusEntry told) {
    return known.status() == CredentialStatus.REVOKED ? known : told;
  }

  private JsonNode tree(byte[] event) {
    try {
      return json.readTree(event);
    } catch (IOException e) {
      throw new IllegalStateException("An event that we wrote is JSON", e);
    }
  }
}
