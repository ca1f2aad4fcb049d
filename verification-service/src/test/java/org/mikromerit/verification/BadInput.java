package org.mikromerit.verification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
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
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.RdfcSuite;

/**
 * One input that means harm, and what it must be answered with: a file of {@code bad-input}, whose
 * README says how such a file is written.
 */
record BadInput(String name, JsonNode json) {
  private static final ObjectMapper JSON = new ObjectMapper();
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

  String contentType() {
    return json.path("type").asText("application/vc");
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
          "canary", canary.toString());
    }

    /** Sound documents to take pieces from. */
    private JsonNode document(String which) {
      return switch (which) {
        case "another" -> tree(school.issues(UUID.randomUUID(), 3));
        case "stranger" -> tree(stranger.issues(UUID.randomUUID(), 3));
        case "award" -> tree(school.awards(UUID.randomUUID(), 3, UUID.randomUUID()));
        case "list" -> tree(school.signedList(java.time.Instant.now().plusSeconds(86_400)));
        default -> throw new IllegalArgumentException(which);
      };
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
              tree("{\"alg\":\"EdDSA\",\"typ\":\"vc+jwt\",\"kid\":\"" + school.keyMethod() + "\"}"),
              how.path("header"));
      JsonNode claims = recipe.edit(unsigned(), how.path("claims"));
      String signed =
          Base64Url.encode(header.toString().getBytes(StandardCharsets.UTF_8))
              + "."
              + Base64Url.encode(claims.toString().getBytes(StandardCharsets.UTF_8));
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

    private JsonNode unsigned() {
      return tree(school.unsigned(UUID.randomUUID(), 4).toString());
    }

    private JsonNode options() {
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
    private static JsonNode sign(ObjectNode document, JsonNode options, SigningKey key) {
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
