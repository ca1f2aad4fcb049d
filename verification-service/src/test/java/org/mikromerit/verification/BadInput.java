package org.mikromerit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.RdfcSuite;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.input.Recipe;

/**
 * One input that means harm, and what it must be answered with: a file of {@code bad-input}, whose
 * README says how such a file is written.
 */
record BadInput(String name, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String VERIFY = "/verify";
  private static final Path FOLDER = Path.of("src/test/resources/bad-input");

  static List<BadInput> all() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(BadInput::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BadInput read(Path file) {
    try {
      return new BadInput(FOLDER.relativize(file).toString(), JSON.readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  /** Where it is sent. */
  String to() {
    return json.path("to").asText(VERIFY);
  }

  /** Whether the document itself is sent. */
  boolean isDocument() {
    return to().startsWith(VERIFY);
  }

  /** Whether something is asked of its holder too. */
  boolean isChallenge() {
    return to().startsWith(VERIFY + "?");
  }

  String contentType() {
    return json.path("type").asText(isDocument() ? "application/vc" : "application/json");
  }

  Map<String, String> headers() {
    var headers = new LinkedHashMap<String, String>();
    json.path("headers").properties().forEach(h -> headers.put(h.getKey(), h.getValue().asText()));
    return headers;
  }

  JsonNode expected() {
    return json.path("expect");
  }

  /** What to send. */
  byte[] body(World world) {
    Recipe recipe = new Recipe(world.names(), world::document);
    if (json.has("text")) {
      return recipe.text(json.get("text")).getBytes(StandardCharsets.UTF_8);
    }
    if (json.has("hex")) {
      return HexFormat.of().parseHex(recipe.text(json.get("hex")));
    }
    if (json.has("jwt")) {
      return world.jwt(json.get("jwt"), recipe).getBytes(StandardCharsets.UTF_8);
    }
    if (json.has("sdjwt")) {
      return world.sdJwt(json.get("sdjwt"), recipe).getBytes(StandardCharsets.UTF_8);
    }
    return world.credential(json.path("credential"), recipe).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Whom the inputs attack: an authorised school, a stranger of whom nobody knows, and an address
   * on this machine where nobody must call.
   */
  record World(School school, School stranger, URI canary) {

    private Map<String, String> names() {
      return Map.of(
          "school", school.did.value(),
          "name", school.name,
          "method", school.keyMethod(),
          "key", school.keyMultibase(),
          "list", school.listUrl().toString(),
          "stranger", stranger.did.value(),
          "strangersMethod", stranger.keyMethod(),
          "strangersKey", stranger.keyMultibase(),
          "strangersX", Jwk.of(stranger.key.publicKey()).getString("x"),
          "canary", canary.toString());
    }

    /** Sound documents to take pieces from. */
    private JsonNode document(String which) {
      return switch (which) {
        case "another" -> tree(school.issues(UUID.randomUUID(), 3));
        case "stranger" -> tree(stranger.issues(UUID.randomUUID(), 3));
        case "award" -> tree(school.awards(UUID.randomUUID(), 3, UUID.randomUUID()));
        case "shown" -> shown();
        case "list" -> tree(school.signedList(Instant.now().plusSeconds(86_400)));
        default -> throw new IllegalArgumentException(which);
      };
    }

    /** What the API description shows: a holder's presentation, signed for ever. */
    private static JsonNode shown() {
      return OpenApi.of(new Http("http://localhost:" + RestAssured.port)).operations().stream()
          .filter(operation -> operation.path().equals("/presentations/verify"))
          .map(operation -> operation.example())
          .findFirst()
          .orElseThrow();
    }

    private String credential(JsonNode how, Recipe recipe) {
      JsonNode unsigned = recipe.edit(unsigned(), how.path("before"));
      JsonNode signed =
          how.path("unsigned").asBoolean()
              ? unsigned
              : sign((ObjectNode) unsigned, recipe.edit(options(), how.path("proof")), signer(how));
      String text = recipe.edit(signed, how.path("after")).toString();
      return how.has("splice") ? "{" + recipe.text(how.get("splice")) + text.substring(1) : text;
    }

    private String jwt(JsonNode how, Recipe recipe) {
      JsonNode header =
          recipe.edit(
              tree(
                  "{\"alg\":\"EdDSA\",\"typ\":\"%s\",\"kid\":\"%s\"}"
                      .formatted(how.has("show") ? "vc+sd-jwt" : "vc+jwt", school.keyMethod())),
              how.path("header"));
      JsonNode claims = recipe.edit(unsigned(), how.path("claims"));
      String signed = encoded(header) + "." + encoded(claims);
      byte[] input = signed.getBytes(StandardCharsets.US_ASCII);
      byte[] signature =
          switch (how.path("signature").asText("school")) {
            case "none" -> new byte[0];
            case "hmac" -> hmac(input);
            case "stranger" -> stranger.key.sign(input);
            case "school" -> school.key.sign(input);
            default -> HexFormat.of().parseHex(how.path("signature").asText());
          };
      return signed + "." + Base64Url.encode(signature) + how.path("tail").asText("");
    }

    /** A JWT, what is shown of its digests, and what its holder signs. */
    private String sdJwt(JsonNode how, Recipe recipe) {
      var disclosures = new ArrayList<String>();
      ArrayNode digests = JSON.createArrayNode();
      Recipe known = recipe;
      for (JsonNode disclosure : recipe.made(how.path("disclosures"))) {
        JsonNode made = known.made(disclosure);
        disclosures.add(made.isTextual() ? made.asText() : encoded(made));
        String digest = sha256(disclosures.getLast());
        known = known.knowing("d" + digests.size(), digest).knowing("last", digest);
        digests.add(digest);
      }
      Recipe signed = known.knowing("digests", digests);
      var token = (ObjectNode) how.deepCopy();
      token.withArray("show");
      var text = new StringBuilder(jwt(token, signed)).append('~');
      for (JsonNode shown : how.has("show") ? how.get("show") : all(disclosures)) {
        text.append(shown.isTextual() ? signed.text(shown) : disclosures.get(shown.asInt()))
            .append('~');
      }
      return how.has("binding")
          ? text + binding(how.get("binding"), signed, text)
          : text.toString();
    }

    private static ArrayNode all(List<String> disclosures) {
      ArrayNode every = JSON.createArrayNode();
      for (int i = 0; i < disclosures.size(); i++) {
        every.add(i);
      }
      return every;
    }

    /** What the holder signs, whose key is the stranger's. */
    private String binding(JsonNode how, Recipe recipe, CharSequence shown) {
      JsonNode header =
          recipe.edit(tree("{\"alg\":\"EdDSA\",\"typ\":\"kb+jwt\"}"), how.path("header"));
      ObjectNode claims =
          JSON.createObjectNode()
              .put("iat", Instant.now().getEpochSecond())
              .put("aud", "https://employer.example")
              .put("nonce", "n-0S6_WzA2Mj")
              .put("sd_hash", sha256(shown.toString()));
      String signed = encoded(header) + "." + encoded(recipe.edit(claims, how.path("claims")));
      SigningKey key = how.path("by").asText().equals("school") ? school.key : stranger.key;
      byte[] signature =
          how.path("by").asText().equals("none")
              ? new byte[0]
              : key.sign(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64Url.encode(signature);
    }

    private static String encoded(JsonNode json) {
      return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(String text) {
      try {
        return Base64Url.encode(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private JsonNode unsigned() {
      return tree(school.unsigned(UUID.randomUUID(), 4).toString());
    }

    private JsonNode options() {
      return options(school);
    }

    static JsonNode options(School school) {
      ObjectNode options = JSON.createObjectNode();
      return options
          .put("type", "DataIntegrityProof")
          .put("cryptosuite", "eddsa-rdfc-2022")
          .put("created", "2026-03-02T09:30:15Z")
          .put("verificationMethod", school.keyMethod())
          .put("proofPurpose", "assertionMethod");
    }

    private SigningKey signer(JsonNode how) {
      return how.path("by").asText("school").equals("stranger") ? stranger.key : school.key;
    }

    /** As somebody signs who does not mind what, which our own signer would. */
    static JsonNode sign(ObjectNode document, JsonNode options, SigningKey key) {
      try {
        JsonObject meant = strict(options);
        byte[] input =
            RdfcSuite.eddsa2022(StrictJsonLd.standard())
                .signingInput(
                    StrictJsonLd.standard().cover(strict(document)), meant, KeyType.ED25519);
        JsonObject proof =
            JsonTree.object(meant).add("proofValue", Multibase.base58(key.sign(input))).build();
        return document.set("proof", JSON.createArrayNode().add(tree(proof.toString())));
      } catch (NotCovered | MalformedJson e) {
        throw new IllegalArgumentException(
            "not to be signed, so change it after: " + e.getMessage(), e);
      }
    }

    // The confusion of RFC 8725, section 2.1: the public key taken for a shared secret.
    private byte[] hmac(byte[] input) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(
            new SecretKeySpec(
                school.keyMultibase().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(input);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    private static JsonObject strict(JsonNode json) throws MalformedJson {
      return StrictJson.parse(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode tree(String json) {
      try {
        return JSON.readTree(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
