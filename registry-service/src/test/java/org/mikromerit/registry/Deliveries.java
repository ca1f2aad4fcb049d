package org.mikromerit.registry;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.mikromerit.events.EventData;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.kit.pseudonym.PersonIdentifier;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier;
import org.mikromerit.kit.pseudonym.Pseudonyms;
import org.mikromerit.testkit.events.TopicProbe;

/** Documents that issuers send, as an issuer makes and encrypts them. */
public final class Deliveries {
  public static final String KEY_ID = "test";
  public static final byte[] KEY =
      Base64.getDecoder().decode("ZGV2ZWxvcG1lbnQtb25seS1kZWxpdmVyeS1rZXktLS0=");
  public static final Instant MADE_AT = Instant.parse("2026-05-21T08:00:00Z");

  /** In every document, and nowhere else but in the document. */
  public static final String HOLDER = "Åsa Kanariefågel";

  private Deliveries() {}

  /** A document that was sent. */
  public record Sent(UUID credential, UUID issuer, String learnerRef, String document) {
    public byte[] bytes() {
      return document.getBytes(StandardCharsets.UTF_8);
    }

    public String digest() {
      return sha256(bytes());
    }

    public DeliveryMadeV1 event() {
      return new DeliveryMadeV1(
          credential,
          issuer,
          learnerRef,
          digest(),
          KEY_ID,
          jwe(KEY_ID, KEY, bytes()),
          MADE_AT,
          null);
    }
  }

  public static Sent a(String learnerRef, UUID issuer, String title, String awarded) {
    UUID credential = UUID.randomUUID();
    return new Sent(credential, issuer, learnerRef, document(credential, issuer, title, awarded));
  }

  public static Sent send(String learnerRef, UUID issuer, String title, String awarded) {
    Sent sent = a(learnerRef, issuer, title, awarded);
    tell(sent.event(), 1);
    return sent;
  }

  public static void tell(EventData event, long sequence) {
    try (TopicProbe topics = new TopicProbe()) {
      topics.publish(event, sequence);
    }
  }

  /**
   * White space and member order as no JSON library would write them: the bytes are what counts.
   */
  public static String document(UUID credential, UUID issuer, String title, String awarded) {
    return """
        { "type":["VerifiableCredential" ,"OpenBadgeCredential"],
        \t"id":"urn:uuid:%s", "awardedDate":"%s","validFrom":"2026-05-21T07:00:00Z",
        "issuer":{"id":"%s","type":["Profile"],"name":"Skolan som den hette"},
        "credentialSubject":{"type":["AchievementSubject"],
         "identifier":[{"type":"IdentityObject","hashed":false,"identityHash":"%s","identityType":"name"}],
         "achievement":{"id":"urn:uuid:%s","name":"%s","version":"3","credentialKind":"MICRO_CREDENTIAL",
          "certificationLevel":"DEMONSTRATED"} } }
        """
        .formatted(
            credential,
            awarded,
            Register.didOf(issuer),
            HOLDER,
            UUID.nameUUIDFromBytes(title.getBytes(StandardCharsets.UTF_8)),
            title);
  }

  public static String jwe(String keyId, byte[] key, byte[] document) {
    return jwe(
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM).keyID(keyId).build(),
        key,
        document);
  }

  /** As {@link #jwe}, but compressed, which deliveries never are. */
  public static String compressed(String keyId, byte[] key, byte[] document) {
    return jwe(
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .keyID(keyId)
            .compressionAlgorithm(CompressionAlgorithm.DEF)
            .build(),
        key,
        document);
  }

  private static String jwe(JWEHeader header, byte[] key, byte[] document) {
    try {
      var jwe = new JWEObject(header, new Payload(document));
      jwe.encrypt(new DirectEncrypter(key));
      return jwe.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The reference of an identifier, as the issuer makes it. */
  public static String ref(String type, String value) {
    try {
      return CDI.current()
          .select(Pseudonyms.class)
          .get()
          .learnerRef(PersonIdentifier.parse(type, value));
    } catch (InvalidIdentifier e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
