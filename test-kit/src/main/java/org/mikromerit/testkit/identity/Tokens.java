package org.mikromerit.testkit.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes access tokens as the realm would: signed, with roles and, for an organisation's, its claim.
 */
public final class Tokens {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long LIFE_SECONDS = 3_600;

  private Tokens() {}

  /** A token of somebody without an organisation. */
  public static String of(String... roles) {
    return make(Instant.now().getEpochSecond() + LIFE_SECONDS, Map.of(), roles);
  }

  /** A token of somebody without an organisation, the same person whenever named so. */
  public static String person(String name, String... roles) {
    return make(
        Instant.now().getEpochSecond() + LIFE_SECONDS,
        Map.of("sub", UUID.nameUUIDFromBytes(bytes(name)).toString()),
        roles);
  }

  /** A token of somebody of an organisation, the same person whenever named so. */
  public static String member(String name, UUID organisation, String... roles) {
    return make(
        Instant.now().getEpochSecond() + LIFE_SECONDS,
        Map.of(
            "sub",
            UUID.nameUUIDFromBytes(bytes(name)).toString(),
            "organisation",
            organisation.toString()),
        roles);
  }

  /** A token of an organisation's client. */
  public static String organisation(UUID organisation, String... roles) {
    return make(
        Instant.now().getEpochSecond() + LIFE_SECONDS,
        Map.of("organisation", organisation.toString()),
        roles);
  }

  /** A learner's token, with the identifiers that the identity provider verified. */
  public static String learner(
      UUID subject, @Nullable String email, @Nullable String nationalNumber) {
    var claims = new LinkedHashMap<String, Object>();
    if (email != null) {
      claims.put("email", email);
      claims.put("email_verified", true);
    }
    if (nationalNumber != null) {
      claims.put("national_number", nationalNumber);
    }
    return learner(subject, claims);
  }

  /** A learner's token with any claims at all. */
  public static String learner(UUID subject, Map<String, ?> claims) {
    var further = new LinkedHashMap<String, Object>(claims);
    further.put("sub", subject.toString());
    return make(Instant.now().getEpochSecond() + LIFE_SECONDS, further, "learner");
  }

  /** The same, an hour too old. */
  public static String expired(UUID organisation, String... roles) {
    return make(
        Instant.now().getEpochSecond() - LIFE_SECONDS,
        Map.of("organisation", organisation.toString()),
        roles);
  }

  /** A token that looks right and that another key signed. */
  public static String forged(UUID organisation, String... roles) {
    String token = organisation(organisation, roles);
    int signature = token.lastIndexOf('.') + 1;
    return token.substring(0, signature) + base64(new byte[256]);
  }

  private static String make(long expires, Map<String, Object> further, String... roles) {
    var claims = new LinkedHashMap<String, Object>();
    claims.put("iss", IdentityServer.current().issuer());
    claims.put("sub", UUID.nameUUIDFromBytes(bytes(String.join(",", roles) + further)).toString());
    claims.put("aud", "account");
    claims.put("iat", Instant.now().getEpochSecond() - 2 * LIFE_SECONDS);
    claims.put("exp", expires);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("typ", "Bearer");
    claims.put("azp", "tests");
    claims.put("realm_access", Map.of("roles", List.of(roles)));
    claims.putAll(further);
    String content =
        base64(json(Map.of("alg", "RS256", "typ", "JWT", "kid", IdentityServer.KEY_ID)))
            + "."
            + base64(json(claims));
    return content + "." + base64(sign(content, IdentityServer.current().privateKey()));
  }

  private static byte[] sign(String content, PrivateKey key) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(bytes(content));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] json(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
