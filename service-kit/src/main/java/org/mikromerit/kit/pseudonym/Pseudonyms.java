package org.mikromerit.kit.pseudonym;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Turns a person's identifier into a keyed reference, the same for everyone who holds the key, so
 * that an institution that knows a person and the person who signs in meet without a look-up.
 */
@ApplicationScoped
public class Pseudonyms {
  private static final int KEY_BYTES = 32;
  private static final String KEY_VERSION = "1";

  private final Optional<String> key;

  Pseudonyms(@ConfigProperty(name = "mikromerit.pseudonym-key") Optional<String> key) {
    key.ifPresent(Pseudonyms::secretKey);
    this.key = key;
  }

  /**
   * The reference {@code <key version>.<base64url of HMAC-SHA-256>}. An institution's own
   * identifiers must be given together with that institution by the caller, since two institutions
   * may use one number for two people.
   */
  public String learnerRef(PersonIdentifier identifier) {
    return reference("learner", identifier.kind().label() + "\n" + identifier.normalised());
  }

  /** The same for an identifier that means something within one institution only. */
  public String learnerRef(PersonIdentifier identifier, String institution) {
    return identifier.kind() == PersonIdentifier.Kind.INSTITUTION_ID
        ? reference("learner", institution + "\n" + identifier.normalised())
        : learnerRef(identifier);
  }

  /**
   * The reference of a signed-in account: the plain hash of its random id at the identity provider,
   * so that every service finds the learner from a token.
   */
  public static String accountRef(String subject) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("mikromerit-account:" + subject).getBytes(StandardCharsets.UTF_8));
      return "a." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("SHA-256 is part of every Java platform", e);
    }
  }

  private String reference(String purpose, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(
          secretKey(
              key.orElseThrow(
                  () -> new IllegalStateException("This service was given no pseudonym key."))));
      byte[] hash = mac.doFinal((purpose + "\n" + text).getBytes(StandardCharsets.UTF_8));
      return KEY_VERSION + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every Java platform", e);
    }
  }

  private static SecretKeySpec secretKey(String base64) {
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("mikromerit.pseudonym-key is 32 bytes in base64");
    }
    return new SecretKeySpec(bytes, "HmacSHA256");
  }
}
