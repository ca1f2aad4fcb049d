package org.mikromerit.credential.testing;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.VerifiedTokenList;

/**
 * What a verifier knows, held in memory: at first the sample school, authorised, with a list that
 * revokes nothing.
 */
public final class World {

  private final Map<VerificationMethodId, IssuerKeys.Answer> keys = new HashMap<>();
  private final Map<Did, Issuers.Answer> issuers = new HashMap<>();
  private final Map<URI, StatusLists.Answer> lists = new HashMap<>();
  private final Map<URI, StatusLists.TokenAnswer> tokenLists = new HashMap<>();
  private final Map<CredentialId, CredentialStatuses.Answer> statuses = new HashMap<>();
  private final Set<URI> lookedUp = ConcurrentHashMap.newKeySet();

  private final Map<UUID, IssuingRights.Answer> definitions = new HashMap<>();
  private CompromisedKeys.Answer compromised = new CompromisedKeys.NotToldYet();
  private final Map<String, CompromisedKeys.Answer> registered = new HashMap<>();

  public World() {
    know(Samples.METHOD, Samples.KEY.publicKey());
    entitle(
        Samples.SCHOOL,
        Samples.SCHOOL_NAME,
        new Issuers.Entitlement(Instant.parse("2026-01-01T00:00:00Z"), true));
    publish(Samples.LIST, Samples.statusList());
    answer(Samples.hygiene().id(), new IssuingRights.Created());
  }

  private World(Map<VerificationMethodId, IssuerKeys.Answer> known) {
    keys.putAll(known);
  }

  /** Knows nothing and nobody. */
  public static World empty() {
    return new World(Map.of());
  }

  public World know(VerificationMethodId method, PublicKey key) {
    return answer(method, IssuerKeys.Held.always(key));
  }

  public World answer(VerificationMethodId method, IssuerKeys.Answer answer) {
    keys.put(method, answer);
    return this;
  }

  public World entitle(Did issuer, String name, Issuers.Entitlement... history) {
    return answer(issuer, new Issuers.Listed(name, List.of(history)));
  }

  public World answer(Did issuer, Issuers.Answer answer) {
    issuers.put(issuer, answer);
    return this;
  }

  /** The lists that somebody asked for. */
  public Set<URI> lookedUp() {
    return lookedUp;
  }

  public World publish(URI url, byte[] list) {
    return publish(url, list, Samples.NOW);
  }

  public World publish(URI url, byte[] list, Instant now) {
    var reading = listVerifier().read(list, now);
    if (reading instanceof StatusListVerifier.Trusted trusted) {
      return answer(url, StatusLists.Held.ofOurs(trusted.list()));
    }
    throw new IllegalArgumentException(reading.toString());
  }

  public World publish(URI url, String tokenList) {
    tokenLists.put(
        url,
        new StatusLists.HeldToken(
            VerifiedTokenList.read(tokenList, this::key, Samples.NOW).orElseThrow(), true));
    return this;
  }

  /** Of whose issuer we hear nothing but the list. */
  public World notOurs(URI url) {
    if (lists.get(url) instanceof StatusLists.Held held) {
      answer(url, new StatusLists.Held(held.list()));
    }
    return this;
  }

  public World answer(URI url, StatusLists.Answer answer) {
    lists.put(url, answer);
    return this;
  }

  /** What is known of the definition and of the school's rights to it. */
  public World answer(UUID definition, IssuingRights.Answer answer) {
    definitions.put(definition, answer);
    return this;
  }

  public World forget(UUID definition) {
    definitions.remove(definition);
    return this;
  }

  /** What the ledger says of whatever a compromised key signed. */
  public World answer(CompromisedKeys.Answer registered) {
    compromised = registered;
    return this;
  }

  /** What stood in the ledger before its key was compromised. */
  public World register(String signed) {
    registered.put(Sha256.hex(signed), new CompromisedKeys.RegisteredBefore());
    return this;
  }

  public World announce(CredentialId id, CredentialStatuses.State... history) {
    return answer(id, new CredentialStatuses.Announced(history));
  }

  public World answer(CredentialId id, CredentialStatuses.Answer status) {
    statuses.put(id, status);
    return this;
  }

  public StatusListVerifier listVerifier() {
    return new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(this::key));
  }

  public Verification verification() {
    return verification(StrictJsonLd.standard());
  }

  public Verification verification(Coverage coverage) {
    return Verification.over(
        coverage,
        this::key,
        did -> issuers.getOrDefault(did, new Issuers.Unlisted()),
        this::rights,
        lists(),
        id -> statuses.getOrDefault(id, new CredentialStatuses.Unknown()),
        (_, _, digest) -> registered.getOrDefault(digest, compromised));
  }

  private StatusLists lists() {
    return new StatusLists() {
      @Override
      public Answer find(URI list) {
        lookedUp.add(list);
        return lists.getOrDefault(list, new Unknown());
      }

      @Override
      public TokenAnswer findToken(URI list) {
        return tokenLists.getOrDefault(list, new Unknown());
      }
    };
  }

  private IssuingRights.Answer rights(UUID definition, Did issuer) {
    IssuingRights.Answer known =
        definitions.getOrDefault(definition, new IssuingRights.DefinitionUnknown());
    return known instanceof IssuingRights.Created && !issuer.equals(Samples.SCHOOL)
        ? new IssuingRights.OfAnother(Samples.SCHOOL, List.of())
        : known;
  }

  private IssuerKeys.Answer key(VerificationMethodId method) {
    IssuerKeys.Answer unknown =
        issuers.containsKey(method.did())
            ? new IssuerKeys.NotTheirs()
            : new IssuerKeys.UnknownIssuer();
    return keys.getOrDefault(method, unknown);
  }
}
