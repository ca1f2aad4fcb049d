package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.mikromerit.credential.jwt.CredentialJwt;

/**
 * Credentials of the data model 2.0 as SD-JWTs (Securing Verifiable Credentials using JOSE and
 * COSE, section 3.2): the payload is the credential itself, some members of which stand as digests.
 */
public final class SdJwtCredential {

  /** In the header, and of {@code application/vc+sd-jwt}. */
  static final String TYPE = "vc+sd-jwt";

  private SdJwtCredential() {}

  /** Whether a token is an SD-JWT rather than a JWT. */
  public static boolean is(String token) {
    return token.indexOf('~') >= 0;
  }

  /**
   * The SD-JWT within an enveloped credential (VCDM 2.0, section 4.12.1.1); empty if the document
   * is none.
   */
  public static Optional<String> enveloped(JsonObject document) {
    return CredentialJwt.enveloped(document, TYPE);
  }
}
