package org.mikromerit.fuzz;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.StatusPurpose;

/**
 * What one school signed, the same bytes in every run, and a verifier that knows that school and
 * nobody else.
 */
final class Signed {
  private static final Instant ISSUED = Instant.parse("2026-03-02T09:30:15Z");
  private static final Moment NOW = Moment.now(Instant.parse("2026-03-02T09:30:20Z"));
  private static final Did SCHOOL = new Did("did:web:school.example");
  private static final SigningKey KEY =
      SoftwareKey.ed25519("thirty-two bytes that are no key".getBytes(StandardCharsets.US_ASCII));
  private static final VerificationMethodId METHOD =
      VerificationMethodId.of(SCHOOL, KEY.publicKey());
  private static final java.net.URI LIST = java.net.URI.create("https://school.example/lists/1");
  private static final UUID DEFINITION = UUID.fromString("0190c000-0000-7000-8000-000000000001");
  private static final String UNSIGNED = resource("unsigned.json");

  static final byte[] CREDENTIAL = sign(UNSIGNED);
  static final String TOKEN =
      CredentialJwt.sign(CredentialJwt.Form.VC, json(bytes(UNSIGNED)), KEY, METHOD, ISSUED);
  static final SdJwt SELECTIVE =
      new SdJwtIssuer(new Counting())
          .issue(
              json(bytes(UNSIGNED)),
              HolderChoice.standard(),
              Optional.empty(),
              KEY,
              METHOD,
              ISSUED);
  static final byte[] STATUS_LIST =
      sign(
          new StatusListCredential(
                  LIST,
                  SCHOOL,
                  StatusPurpose.REVOCATION,
                  StatusBits.blank(StatusBits.FEWEST).withSet(List.of(17)),
                  ISSUED,
                  ISSUED.plusSeconds(86_400))
              .unsigned()
              .toString());

  private static final StatusListVerifier LISTS =
      new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(Signed::key));
  private static final StatusLists.Answer HELD =
      LISTS.read(STATUS_LIST, NOW.checkedAt()) instanceof StatusListVerifier.Trusted trusted
          ? new StatusLists.Held(trusted.list())
          : new StatusLists.Unknown();
  private static final Verification VERIFICATION =
      Verification.standard(
          Signed::key,
          issuer ->
              issuer.equals(SCHOOL)
                  ? new Issuers.Listed(
                      "School",
                      List.of(new Issuers.Entitlement(Instant.parse("2026-01-01T00:00:00Z"), true)))
                  : new Issuers.Unlisted(),
          (definition, _) ->
              definition.equals(DEFINITION)
                  ? new IssuingRights.Created()
                  : new IssuingRights.DefinitionUnknown(),
          url -> url.equals(LIST) ? HELD : new StatusLists.Unknown(),
          _ -> new CredentialStatuses.Unknown(),
          CompromisedKeys.none());

  private Signed() {}

  /** Salts that are the same in every run. */
  private static final class Counting extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private int count;

    @Override
    public void nextBytes(byte[] bytes) {
      Arrays.fill(bytes, (byte) count++);
    }
  }

  /** What the school would sign that minds nothing. */
  static String token(String type, JsonObject payload) {
    return CompactJws.sign(type, StrictJson.write(payload), KEY, METHOD);
  }

  static Verification verification() {
    return VERIFICATION;
  }

  static Moment now() {
    return NOW;
  }

  static StatusListVerifier lists() {
    return LISTS;
  }

  private static IssuerKeys.Answer key(VerificationMethodId method) {
    if (!method.did().equals(SCHOOL)) {
      return new IssuerKeys.UnknownIssuer();
    }
    return method.equals(METHOD)
        ? IssuerKeys.Held.always(KEY.publicKey())
        : new IssuerKeys.NotTheirs();
  }

  /** What a document says, without its proof; empty if it says nothing that could be signed. */
  static Optional<String> meaning(byte[] document) {
    try {
      return Optional.of(
          StrictJsonLd.standard()
              .cover(ProofVerifier.withoutProof(StrictJson.parse(document)))
              .quads("SHA-256"));
    } catch (MalformedJson | NotCovered _) {
      return Optional.empty();
    }
  }

  private static byte[] sign(String unsigned) {
    try {
      return DocumentSigner.standard().sign(json(bytes(unsigned)), KEY, METHOD, ISSUED);
    } catch (NotCovered e) {
      throw new IllegalStateException(e.place(), e);
    }
  }

  static JsonObject json(byte[] bytes) {
    try {
      return StrictJson.parse(bytes);
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String resource(String name) {
    try (InputStream file = Signed.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name);
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
