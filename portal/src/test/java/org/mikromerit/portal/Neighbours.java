package org.mikromerit.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An identity provider, as OpenID Connect wants it, that takes everybody for Lisa, a registry in
 * which she has one share, and an issuer at which her organisation granted one right.
 */
public final class Neighbours implements QuarkusTestResourceLifecycleManager {
  public static final String SHARE = "0190a000-0000-7000-8000-00000000c0de";
  public static final String TOKEN = "AbCdEfGhIjKlMnOpQrStUvWxYz012345";

  /** Where the portal said, with the code, that Lisa was sent back to. */
  public static final AtomicReference<String> SENT_BACK_TO = new AtomicReference<>("");

  public static final String ORGANISATION = "0190a000-0000-7000-8000-000000000001";
  public static final String DEFINITION = "0190a000-0000-7000-8000-00000000def1";
  public static final String RIGHT = "0190a000-0000-7000-8000-0000000000f1";

  /** When the right ends: in the middle of a day. */
  public static final String UNTIL = "2098-06-30T10:15:00Z";

  /** The terms that the right was given last, as they were sent. */
  public static final AtomicReference<String> TERMS = new AtomicReference<>("");

  /** What was last looked for among organisations, as the address says it. */
  public static final AtomicReference<String> LOOKED_FOR = new AtomicReference<>("");

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final ObjectMapper json = new ObjectMapper();
  private final KeyPair keys = keys();
  private final HttpServer server = server();
  private final String realm =
      "http://localhost:" + server.getAddress().getPort() + "/realms/mikromerit";

  @Override
  public Map<String, String> start() {
    answer(
        "/realms/mikromerit/.well-known/openid-configuration",
        _ ->
            Map.of(
                "issuer", realm,
                "authorization_endpoint", realm + "/auth",
                "token_endpoint", realm + "/token",
                "jwks_uri", realm + "/keys",
                "end_session_endpoint", realm + "/end"));
    answer("/realms/mikromerit/keys", _ -> Map.of("keys", List.of(publicKey())));
    answer("/realms/mikromerit/token", this::tokens);
    answer("/shares/" + SHARE, _ -> share());
    String definition = "/organisations/" + ORGANISATION + "/definitions/" + DEFINITION;
    answer(definition, _ -> definition());
    answer(definition + "/rights/" + RIGHT, Neighbours::right);
    server.createContext("/organisations", this::organisations);
    server.start();
    String here = "http://localhost:" + server.getAddress().getPort();
    return Map.of(
        "mikromerit.oidc", realm,
        "mikromerit.registry.url", here,
        "mikromerit.issuer.url", here);
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private void organisations(HttpExchange exchange) throws IOException {
    LOOKED_FOR.set(String.valueOf(exchange.getRequestURI().getRawQuery()));
    send(exchange, written(Map.of("items", List.of())));
  }

  private static Map<String, Object> definition() {
    return Map.of("id", DEFINITION, "newestVersion", 3, "draft", Map.of());
  }

  private static Map<String, Object> right(String terms) {
    TERMS.set(terms.isEmpty() ? TERMS.get() : terms);
    return Map.of(
        "id", RIGHT,
        "definition", DEFINITION,
        "creator", ORGANISATION,
        "holder", SHARE,
        "state", "IN_FORCE",
        "versions", List.of(1, 2),
        "validFrom", "2026-01-01T00:00:00Z",
        "validUntil", UNTIL);
  }

  private Map<String, Object> tokens(String form) {
    for (String each : form.split("&", -1)) {
      if (each.startsWith("redirect_uri=")) {
        SENT_BACK_TO.set(
            URLDecoder.decode(each.substring("redirect_uri=".length()), StandardCharsets.UTF_8));
      }
    }
    return Map.of(
        "token_type",
        "Bearer",
        "expires_in",
        900,
        "refresh_token",
        "none",
        "id_token",
        token(Map.of("aud", "portal", "name", "Lisa", "organisation", ORGANISATION)),
        "access_token",
        token(
            Map.of(
                "typ",
                "Bearer",
                "name",
                "Lisa",
                "realm_access",
                Map.of("roles", List.of("learner", "creator")))));
  }

  private static Map<String, Object> share() {
    return Map.of(
        "id",
        SHARE,
        "token",
        TOKEN,
        "madeAt",
        Instant.now().toString(),
        "expiresAt",
        Instant.now().plusSeconds(3600).toString(),
        "views",
        0,
        "state",
        "OPEN",
        "credentials",
        List.of(Map.of("id", SHARE, "title", "Hygien i vård")));
  }

  private String token(Map<String, Object> claims) {
    long now = Instant.now().getEpochSecond();
    var all =
        new java.util.HashMap<String, Object>(
            Map.of("iss", realm, "sub", "lisa", "iat", now, "exp", now + 900));
    all.putAll(claims);
    String signed =
        part(Map.of("alg", "RS256", "typ", "JWT", "kid", "one")) + "." + part(Map.copyOf(all));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(keys.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String part(Map<String, Object> part) {
    return BASE64.encodeToString(written(part).getBytes(StandardCharsets.UTF_8));
  }

  private Map<String, Object> publicKey() {
    var key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "kty", "RSA",
        "kid", "one",
        "alg", "RS256",
        "use", "sig",
        "n", number(key.getModulus()),
        "e", number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private interface Answer {
    Map<String, Object> to(String body);
  }

  private void answer(String path, Answer answer) {
    server.createContext(
        path,
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          send(exchange, written(answer.to(body)));
        });
  }

  private static void send(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
