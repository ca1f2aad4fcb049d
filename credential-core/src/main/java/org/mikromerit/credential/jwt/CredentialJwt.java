package org.mikromerit.credential.jwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.lint.Lint;
import org.mikromerit.credential.proof.IssuerKeys;

/**
 * A credential whose every byte is signed, as the payload of a JWT: Open Badges 3.0, section 8.2,
 * and Securing Verifiable Credentials using JOSE and COSE, section 3.1.1.
 */
public final class CredentialJwt {

  /** The longest that is read, in characters: a credential of the largest size, in base64. */
  public static final int LONGEST = 400_000;

  /** What a token claims to be in its header. */
  public enum Form {
    /** Open Badges: {@code JWT}, or nothing said at all. */
    OPEN_BADGES("JWT"),
    /** {@code vc+jwt}. */
    VC("vc+jwt");

    private final String type;

    Form(String type) {
      this.type = type;
    }
  }

  private CredentialJwt() {}

  /**
   * The credential as a token.
   *
   * @param method must belong to the credential's issuer
   * @throws IllegalArgumentException if it does not, the credential has members of a token's or a
   *     proof of its own, or {@link Lint} finds fault with it
   */
  public static String sign(
      Form form,
      JsonObject credential,
      SigningKey key,
      VerificationMethodId method,
      Instant issuedAt) {
    CredentialClaims.requireSignable(credential, method.did());
    JsonObjectBuilder claims = JsonTree.object(credential);
    if (form == Form.OPEN_BADGES) {
      repeat(credential, method.did(), claims);
    }
    claims.add("iat", JsonTree.number(issuedAt.getEpochSecond()));
    String token = CompactJws.sign(form.type, StrictJson.write(claims.build()), key, method);
    requireAsMeant(token, credential, key, issuedAt);
    return token;
  }

  private static void requireAsMeant(
      String token, JsonObject credential, SigningKey key, Instant issuedAt) {
    var verifier = new JwtVerifier(_ -> IssuerKeys.Held.always(key.publicKey()));
    if (!(verifier.verify(token, issuedAt) instanceof JwtVerifier.Signed signed
        && signed.credential().equals(credential))) {
      throw new IllegalStateException("the token does not verify as what was signed");
    }
  }

  private static void repeat(JsonObject credential, Did issuer, JsonObjectBuilder claims) {
    claims.add("iss", issuer.value());
    JsonTree.text(credential, "id").ifPresent(id -> claims.add("jti", id));
    JsonTree.child(credential, "credentialSubject")
        .flatMap(subject -> JsonTree.text(subject, "id"))
        .ifPresent(id -> claims.add("sub", id));
    seconds(credential, "validFrom").ifPresent(time -> claims.add("nbf", time));
    seconds(credential, "validUntil").ifPresent(time -> claims.add("exp", time));
  }

  /** The token that posted bytes may be; nothing of it is believed by that. JSON is never one. */
  public static Optional<String> token(byte[] posted) {
    return posted.length <= LONGEST && !beginsWithBrace(posted)
        ? Optional.of(new String(posted, StandardCharsets.ISO_8859_1).strip())
            .filter(CredentialJwt::looksLike)
        : Optional.empty();
  }

  private static boolean beginsWithBrace(byte[] posted) {
    return posted.length > 0 && posted[0] == '{';
  }

  private static boolean looksLike(String text) {
    return text.length() <= LONGEST && text.startsWith("ey") && text.indexOf('.') > 0;
  }

  /**
   * The token within an enveloped credential (VCDM 2.0, section 4.12.1.1); empty if the document is
   * none.
   */
  public static Optional<String> enveloped(JsonObject document) {
    return enveloped(document, Form.VC.type);
  }

  /** The same for tokens of another type. */
  public static Optional<String> enveloped(JsonObject document, String type) {
    String dataUrl = "data:application/" + type + ",";
    return JsonTree.hasType(document, "EnvelopedVerifiableCredential")
        ? JsonTree.text(document, "id")
            .filter(id -> id.startsWith(dataUrl))
            .map(id -> id.substring(dataUrl.length()))
        : Optional.empty();
  }

  /** The token in its form; empty if it has another, or one that we do not know. */
  static Optional<CompactJws> parse(String text) {
    return Optional.of(text)
        .filter(CredentialJwt::looksLike)
        .flatMap(CompactJws::parseUnnamed)
        .filter(
            jws ->
                jws.type().equals(CompactJws.UNTYPED)
                    || jws.type().equals(Form.OPEN_BADGES.type)
                    || jws.type().equals(Form.VC.type));
  }

  static Optional<Long> seconds(JsonObject credential, String member) {
    return JsonTree.text(credential, member).flatMap(Instants::parse).map(Instant::getEpochSecond);
  }
}
