package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialClaims;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.lint.Lint;

/**
 * Signs credentials such that their holder can keep parts of them back (RFC 9901, section 6.1), and
 * gives nothing out that does not read back as what was meant.
 */
public final class SdJwtIssuer {

  // 128 bits, as RFC 9901, section 9.3 advises.
  private static final int SALT_BYTES = 16;

  private final SecureRandom random;
  private final int decoys;

  public SdJwtIssuer(SecureRandom random) {
    this(random, 0);
  }

  /**
   * With digests that stand for nothing, so that how many there are tells nothing.
   *
   * @param decoys for each object of which something can be kept back
   */
  public SdJwtIssuer(SecureRandom random, int decoys) {
    this.random = random;
    this.decoys = decoys;
  }

  /**
   * The credential with all its disclosures, for its holder.
   *
   * @param holder whose key it is bound to; empty if whoever has it may show it
   * @param method must belong to the credential's issuer
   * @throws IllegalArgumentException if it does not, the credential has members of a token's or a
   *     proof of its own, or {@link Lint} finds fault with it
   */
  public SdJwt issue(
      JsonObject credential,
      Disclosable disclosable,
      Optional<PublicKey> holder,
      SigningKey key,
      VerificationMethodId method,
      Instant issuedAt) {
    CredentialClaims.requireSignable(credential, method.did());
    Concealing concealing = new Concealing(disclosable);
    JsonObjectBuilder claims =
        JsonTree.object(concealing.object(credential, List.of()))
            .add("iat", JsonTree.number(issuedAt.getEpochSecond()))
            .add(Digests.ALGORITHM, Digests.SHA_256);
    holder.ifPresent(
        its -> claims.add(CredentialClaims.CONFIRMATION, KeyBinding.confirmation(its)));
    byte[] payload = StrictJson.write(claims.build());
    String signed = CompactJws.sign(SdJwtCredential.TYPE, payload, key, method);
    requireVerifies(signed, key);
    SdJwt issued = SdJwt.of(signed, concealing.disclosures);
    requireAsMeant(issued, credential);
    return issued;
  }

  private static void requireVerifies(String signed, SigningKey key) {
    if (CompactJws.parse(signed)
        .flatMap(jws -> jws.payload(SdJwtCredential.TYPE, key.publicKey()))
        .isEmpty()) {
      throw new IllegalStateException("the fresh signature does not verify");
    }
  }

  private static void requireAsMeant(SdJwt issued, JsonObject credential) {
    SdJwt read =
        SdJwt.parse(issued.text())
            .orElseThrow(() -> new IllegalArgumentException("larger than any verifier reads"));
    if (!read.credential().equals(credential)) {
      throw new IllegalStateException("it reads back as another credential");
    }
  }

  private String random(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return Base64Url.encode(drawn);
  }

  /** Puts digests in place of what can be kept back, from the innermost outwards. */
  private final class Concealing {

    private final Disclosable disclosable;
    private final List<Disclosure> disclosures = new ArrayList<>();

    Concealing(Disclosable disclosable) {
      this.disclosable = disclosable;
    }

    JsonObject object(JsonObject object, List<String> path) {
      JsonObjectBuilder open = JsonTree.object();
      // In an order that tells nothing of the members' own.
      Set<String> digests = new TreeSet<>();
      for (Map.Entry<String, JsonValue> member : object.entrySet()) {
        if (Disclosure.RESERVED.contains(member.getKey())) {
          throw new IllegalArgumentException("a member that a digest would be taken for");
        }
        List<String> place = Disclosable.child(path, member.getKey());
        JsonValue value = value(member.getValue(), place);
        if (disclosable.member(place, member.getValue())) {
          digests.add(keep(Disclosure.ofMember(random(SALT_BYTES), member.getKey(), value)));
        } else {
          open.add(member.getKey(), value);
        }
      }
      if (!digests.isEmpty()) {
        for (int i = 0; i < decoys; i++) {
          digests.add(Digests.of(random(SALT_BYTES * 2)));
        }
        open.add(Digests.MEMBERS, JsonTree.strings(digests));
      }
      return open.build();
    }

    private JsonArray array(JsonArray array, List<String> path) {
      JsonArrayBuilder open = JsonTree.array();
      for (JsonValue element : array) {
        JsonValue value = value(element, Disclosable.element(path));
        open.add(
            disclosable.element(path, element)
                ? JsonTree.object()
                    .add(Digests.ELEMENT, keep(Disclosure.ofElement(random(SALT_BYTES), value)))
                    .build()
                : value);
      }
      return open.build();
    }

    private JsonValue value(JsonValue value, List<String> path) {
      return switch (value) {
        case JsonObject object -> object(object, path);
        case JsonArray array -> array(array, path);
        default -> value;
      };
    }

    private String keep(Disclosure disclosure) {
      disclosures.add(disclosure);
      return disclosure.digest();
    }
  }
}
