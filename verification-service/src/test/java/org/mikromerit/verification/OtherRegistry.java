package org.mikromerit.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;

/**
 * The registry of another installation, which the tests' settings trust; its schools are its own.
 */
final class OtherRegistry {
  static final URI PUBLIC = URI.create("https://register.example");
  static final Did DID = DidWeb.of(PUBLIC);
  static final Instant AS_OF = Instant.parse("2026-06-01T00:00:00Z");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SigningKey KEY = SoftwareKey.ed25519(sha256("the other registry"));

  private OtherRegistry() {}

  /** What it knows of the school, as of a day in June; its list is of that day. */
  static ObjectNode says(School school, Integer... revoked) {
    ObjectNode said = JSON.createObjectNode();
    said.put("registry", DID.value()).put("issuedAt", AS_OF.toString());
    ObjectNode issuer = said.putArray("issuers").addObject();
    issuer
        .put("did", school.did.value())
        .put("name", school.name)
        .put("organisationId", school.id.toString())
        .put("governanceModel", "AUTONOMOUS");
    issuer
        .putArray("history")
        .addObject()
        .put("state", "AUTHORISED")
        .put("from", "2026-01-15T08:00:00Z");
    issuer
        .putArray("keys")
        .addObject()
        .put("verificationMethod", school.keyMethod())
        .put("publicKeyMultibase", school.keyMultibase())
        .put("validFrom", "2026-01-15T08:00:00Z");
    said.putArray("rights");
    said.putArray("definitions")
        .addObject()
        .put("id", school.definition.toString())
        .put("version", 1)
        .put("organisationId", school.id.toString());
    said.putArray("statusLists")
        .addObject()
        .put("url", school.listUrl().toString())
        .put("credential", school.signedList(AS_OF.plus(Duration.ofDays(1)), revoked));
    said.putArray("statuses");
    return said;
  }

  static void saysRevoked(ObjectNode said, UUID credential) {
    said.withArray("statuses")
        .addObject()
        .put("credentialId", credential.toString())
        .put("status", "REVOKED")
        .put("reason", "error")
        .put("since", "2026-04-01T10:00:00Z");
  }

  static String signed(ObjectNode said) {
    return signed(said, KEY, "mikromerit-bundle+jwt");
  }

  /** By somebody who is not it, in its name. */
  static String forged(ObjectNode said) {
    return signed(
        said, SoftwareKey.generate(KeyType.ED25519, new SecureRandom()), "mikromerit-bundle+jwt");
  }

  /** In our own registry's name, by a key that nobody here can look up. */
  static String ours(School school) {
    Did registry = new Did(school.did.value().replaceFirst(":organisations:.*", ""));
    SigningKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    try {
      return CompactJws.sign(
          "mikromerit-bundle+jwt",
          JSON.writeValueAsBytes(says(school)),
          key,
          VerificationMethodId.of(registry, key.publicKey()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By itself, as something else than a bundle. */
  static String asTrustList(ObjectNode said) {
    return signed(said, KEY, "mikromerit-trust-list+jwt");
  }

  private static String signed(ObjectNode said, SigningKey key, String type) {
    try {
      return CompactJws.sign(
          type, JSON.writeValueAsBytes(said), key, VerificationMethodId.of(DID, key.publicKey()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static TrustBundleImportedV1 imported(String bundle) {
    return new TrustBundleImportedV1(
        HexFormat.of().formatHex(sha256(bundle)), DID.value(), AS_OF, bundle);
  }

  /** An archive of these files. */
  static byte[] zip(Map<String, String> files) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
