package org.mikromerit.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.Coverage;
import org.mikromerit.credential.jsonld.CoveredDocument;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.Multibase;

/**
 * Checks the proofs that a document carries (VC Data Integrity 1.0, section 4.4 and 4.5). Each of
 * them must be the issuer's; one that is broken breaks the document, however many others hold.
 */
public final class ProofVerifier {

  private static final int MOST_PROOFS = 4;

  private final StrictJsonLd jsonLd;
  private final Map<String, Cryptosuite> suites;
  private final IssuerKeys keys;
  private final String purpose;

  public ProofVerifier(StrictJsonLd jsonLd, Collection<Cryptosuite> suites, IssuerKeys keys) {
    this(jsonLd, suites, keys, Proof.PURPOSE);
  }

  private ProofVerifier(
      StrictJsonLd jsonLd, Collection<Cryptosuite> suites, IssuerKeys keys, String purpose) {
    this.jsonLd = jsonLd;
    this.suites = suites.stream().collect(Collectors.toMap(Cryptosuite::name, suite -> suite));
    this.keys = new DidKeys(keys);
    this.purpose = purpose;
  }

  /** With every suite that the program knows. */
  public static ProofVerifier standard(IssuerKeys keys) {
    return standard(StrictJsonLd.standard(), keys);
  }

  /** The same over another way to cover the options of proofs. */
  public static ProofVerifier standard(Coverage coverage, IssuerKeys keys) {
    return new ProofVerifier(StrictJsonLd.standard(), allSuites(coverage), keys);
  }

  /**
   * The same for proofs of who shows something, by keys that are in the identifiers themselves: of
   * no other do we know that it is for authentication.
   */
  public static ProofVerifier ofAuthentication() {
    return new ProofVerifier(
        StrictJsonLd.standard(),
        allSuites(StrictJsonLd.standard()),
        _ -> new IssuerKeys.UnknownIssuer(),
        Proof.AUTHENTICATION);
  }

  private static List<Cryptosuite> allSuites(Coverage coverage) {
    return List.of(
        RdfcSuite.eddsa2022(coverage),
        RdfcSuite.ecdsa2019(coverage),
        RdfcSuite.ed25519Signature2020(coverage),
        JcsSuite.eddsa2022(),
        JcsSuite.ecdsa2019());
  }

  /** Told of a document that was found valid, so that others like it may be verified faster. */
  public void learn(JsonObject document, CoveredDocument covered) {
    for (JsonObject json : JsonTree.children(document, "proof")) {
      if (Proof.read(json, purpose) instanceof Proof.Read(Proof proof)
          && suites.containsKey(proof.cryptosuite())) {
        suites.get(proof.cryptosuite()).learn(covered, proof.options());
      }
    }
  }

  /** The document without its proofs: what is to be covered. */
  public static JsonObject withoutProof(JsonObject document) {
    JsonObjectBuilder rest = JsonTree.object(document);
    rest.remove("proof");
    return rest.build();
  }

  /**
   * Whether the issuer signed the document.
   *
   * @param document with its proofs
   * @param covered the same without them
   * @throws NotCovered if something that a proof is over is more entangled than we canonicalise
   */
  public ProofResult verify(JsonObject document, CoveredDocument covered, Did issuer, Instant now)
      throws NotCovered {
    return verify(document, covered, issuer, Moment.now(now));
  }

  /**
   * The same of an earlier moment, at which a proof may not have expired yet.
   *
   * @throws NotCovered as above
   */
  public ProofResult verify(JsonObject document, CoveredDocument covered, Did issuer, Moment moment)
      throws NotCovered {
    List<JsonValue> proofs = JsonTree.oneOrMany(document, "proof");
    if (proofs.isEmpty()) {
      return new ProofResult.Fails(ProofFault.MISSING);
    }
    if (proofs.size() > MOST_PROOFS) {
      return new ProofResult.Fails(ProofFault.TOO_MANY);
    }
    List<ProofResult> results = new ArrayList<>();
    for (JsonValue proof : proofs) {
      results.add(
          proof instanceof JsonObject json
              ? verifyOne(json, new Signed(covered, proofs), issuer, moment)
              : new ProofResult.Fails(ProofFault.MALFORMED));
    }
    return together(results);
  }

  private static ProofResult together(List<ProofResult> results) {
    Optional<ProofResult> broken =
        results.stream()
            .filter(r -> r instanceof ProofResult.Fails fails && fails.fault().isBroken())
            .findFirst();
    if (broken.isPresent()) {
      return broken.get();
    }
    Optional<ProofResult.Holds> holds =
        results.stream()
            .filter(ProofResult.Holds.class::isInstance)
            .map(ProofResult.Holds.class::cast)
            // Whoever passes it on chooses their order.
            .max(Comparator.comparing(ProofResult.Holds::created));
    if (holds.isEmpty()) {
      return results.getFirst();
    }
    boolean unchecked = results.stream().anyMatch(ProofResult.Fails.class::isInstance);
    return new ProofResult.Holds(
        holds.get().method(), holds.get().key(), holds.get().created(), unchecked);
  }

  private ProofResult verifyOne(JsonObject json, Signed covered, Did issuer, Moment moment)
      throws NotCovered {
    return switch (Proof.read(json, purpose)) {
      case Proof.Unreadable unreadable -> new ProofResult.Fails(unreadable.fault());
      case Proof.Read read -> verifyRead(read.proof(), covered, issuer, moment);
    };
  }

  private ProofResult verifyRead(Proof proof, Signed covered, Did issuer, Moment moment)
      throws NotCovered {
    Cryptosuite suite = suites.get(proof.cryptosuite());
    if (suite == null) {
      return new ProofResult.Fails(ProofFault.UNKNOWN_SUITE);
    }
    if (!proof.method().did().equals(issuer)) {
      return new ProofResult.Fails(ProofFault.FOREIGN_KEY);
    }
    if (proof.created().isAfter(moment.checkedAt().plus(Moment.CLOCK_SKEW))) {
      return new ProofResult.Fails(ProofFault.FROM_THE_FUTURE);
    }
    if (proof.expires() != null && !proof.expires().isAfter(moment.asOf())) {
      return new ProofResult.Fails(ProofFault.EXPIRED);
    }
    return switch (keys.find(proof.method())) {
      case IssuerKeys.Held held -> verifySignature(suite, proof, covered, held);
      case IssuerKeys.NotTheirs _ -> new ProofResult.Fails(ProofFault.KEY_NOT_OF_ISSUER);
      case IssuerKeys.UnknownIssuer _ -> new ProofResult.Fails(ProofFault.UNKNOWN_ISSUER);
      case IssuerKeys.Unavailable _ -> new ProofResult.Fails(ProofFault.KEYS_UNAVAILABLE);
    };
  }

  private ProofResult verifySignature(
      Cryptosuite suite, Proof proof, Signed signed, IssuerKeys.Held held) throws NotCovered {
    if (!suite.takes(held.key().type())) {
      return new ProofResult.Fails(ProofFault.SIGNATURE);
    }
    Optional<List<JsonObject>> previous = signed.previous(proof);
    if (previous.isEmpty()) {
      return new ProofResult.Fails(ProofFault.LINK_MISSING);
    }
    try {
      CoveredDocument covered = signed.with(previous.get(), jsonLd);
      byte[] input = suite.signingInput(covered, proof.options(), held.key().type());
      boolean verifies =
          Multibase.decodeBase58(proof.value())
              .map(signature -> held.key().verifies(input, signature))
              .orElse(false);
      return verifies
          ? new ProofResult.Holds(proof.method(), held, proof.created(), false)
          : new ProofResult.Fails(ProofFault.SIGNATURE);
    } catch (NotCovered e) {
      if (e.code() == NotCovered.Code.TOO_COMPLEX) {
        throw e;
      }
      // An option that RDF would drop would not be signed, so it must not be believed.
      return new ProofResult.Fails(ProofFault.MALFORMED);
    }
  }

  /**
   * The document and all of its proofs. Each is checked for itself, so a chain needs no walk: what
   * a link rests on holds, or the document does not.
   */
  private record Signed(CoveredDocument document, List<JsonValue> proofs) {

    /** The proofs that one was made over; empty if one of them is not there just once. */
    Optional<List<JsonObject>> previous(Proof proof) {
      List<JsonObject> previous = new ArrayList<>();
      for (String id : proof.previous()) {
        List<JsonObject> named =
            proofs.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(each -> JsonTree.text(each, "id").equals(Optional.of(id)))
                .toList();
        if (named.size() != 1) {
          return Optional.empty();
        }
        previous.add(named.getFirst());
      }
      return Optional.of(previous);
    }

    /** What a link of a chain signs: the document with the proofs that came before. */
    CoveredDocument with(List<JsonObject> previous, StrictJsonLd jsonLd) throws NotCovered {
      return previous.isEmpty() ? document : jsonLd.cover(document, previous);
    }
  }
}
