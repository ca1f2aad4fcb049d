package org.mikromerit.testkit.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Publishes a realm's discovery document and key, all that a service reads of an identity provider.
 * Known by system properties, so that the several class loaders of a Quarkus test see one and the
 * same.
 */
final class IdentityServer {
  static final String KEY_ID = "tests";

  private static final String ISSUER = "mikromerit.test.issuer";
  private static final String KEY = "mikromerit.test.key";

  private final String issuer;
  private final PrivateKey privateKey;

  private IdentityServer(String issuer, PrivateKey privateKey) {
    this.issuer = issuer;
    this.privateKey = privateKey;
  }

  String issuer() {
    return issuer;
  }

  PrivateKey privateKey() {
    return privateKey;
  }

  static IdentityServer current() {
    synchronized (System.getProperties()) {
      String issuer = System.getProperty(ISSUER);
      return issuer == null ? start() : new IdentityServer(issuer, readKey());
    }
  }

  private static IdentityServer start() {
    KeyPair keys = newKeys();
    HttpServer server = open();
    String issuer = "http://localhost:" + server.getAddress().getPort() + "/realms/mikromerit";
    answer(
        server,
        "/realms/mikromerit/.well-known/openid-configuration",
        Map.of(
            "issuer",
            issuer,
            "jwks_uri",
            issuer + "/certs",
            "token_endpoint",
            issuer + "/token",
            "authorization_endpoint",
            issuer + "/auth",
            "subject_types_supported",
            List.of("public"),
            "response_types_supported",
            List.of("code"),
            "id_token_signing_alg_values_supported",
            List.of("RS256")));
    answer(server, "/realms/mikromerit/certs", Map.of("keys", List.of(jwk(keys))));
    server.start();
    System.setProperty(ISSUER, issuer);
    System.setProperty(KEY, Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
    return new IdentityServer(issuer, keys.getPrivate());
  }

  private static HttpServer open() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(HttpServer server, String path, Object json) {
    byte[] body = Tokens.json(json);
    server.createContext(path, exchange -> send(exchange, body));
  }

  private static void send(HttpExchange exchange, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static Map<String, Object> jwk(KeyPair keys) {
    var key = (RSAPublicKey) keys.getPublic();
    return Map.of(
        "kty",
        "RSA",
        "use",
        "sig",
        "alg",
        "RS256",
        "kid",
        KEY_ID,
        "n",
        number(key.getModulus()),
        "e",
        number(key.getPublicExponent()));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    // BigInteger puts a sign byte before a number whose first bit is set.
    int start = bytes[0] == 0 ? 1 : 0;
    return Tokens.base64(java.util.Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static KeyPair newKeys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey readKey() {
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(
              new PKCS8EncodedKeySpec(Base64.getDecoder().decode(System.getProperty(KEY))));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
