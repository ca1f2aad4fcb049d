package org.mikromerit.verification.trust.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.events.Event;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.CompromiseCopy;
import org.mikromerit.verification.trust.CompromiseCopy.Registered;
import org.mikromerit.verification.trust.CompromiseCopy.StatedPart;

/**
 * What the registry stated of a compromised key. It counts for the key that it names, of an
 * organisation of the registry that signed it: another's statement helps no thief. That it was our
 * registry, the setting vouches for where there is one, and in any case the broker's access rules,
 * as for all that is announced.
 */
@ApplicationScoped
class KeyCompromiseStatedHandler implements EventHandler<KeyCompromiseStatedV1> {
  private static final String TYPE = "mikromerit-key-compromise+jwt";

  private final CompromiseCopy copy;
  private final Optional<VerificationMethodId> registry;
  // Not the service's own reader: a newer registry may say more than we know.
  private final ObjectMapper json =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  /**
   * @param registry {@code <did>#<public key in multibase>}, as our registry's DID document has it
   */
  KeyCompromiseStatedHandler(
      CompromiseCopy copy,
      @ConfigProperty(name = "mikromerit.registry") Optional<String> registry) {
    this.copy = copy;
    this.registry = registry.map(KeyCompromiseStatedHandler::method);
  }

  private static VerificationMethodId method(String text) {
    return VerificationMethodId.parse(text.strip())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "MIKROMERIT_REGISTRY names our registry as <did>#<public key in multibase>; not so: "
                        + text));
  }

  /**
   * What is signed.
   *
   * @param iss the registry's DID
   * @param key as proofs name it
   */
  record Content(
      String iss, String key, Instant since, int part, int parts, List<Entry> registered) {}

  /** A credential and the digest of its bytes. */
  record Entry(UUID id, String sha256) {}

  @Override
  public Class<KeyCompromiseStatedV1> data() {
    return KeyCompromiseStatedV1.class;
  }

  @Override
  public void apply(Event<KeyCompromiseStatedV1> event) {
    KeyCompromiseStatedV1 stated = event.data();
    Content content = content(stated.statement());
    if (!content.since().equals(stated.since())
        || content.part() != stated.part()
        || content.parts() != stated.parts()) {
      throw new IllegalArgumentException("The statement says otherwise than its event");
    }
    copy.keep(
        new StatedPart(
            stated.keyId(),
            content.key(),
            content.iss(),
            stated.since(),
            stated.part(),
            stated.parts(),
            content.registered().stream()
                .map(entry -> new Registered(entry.id(), entry.sha256()))
                .toList()));
  }

  private Content content(String statement) {
    CompactJws jws =
        CompactJws.parse(statement)
            .filter(signed -> registry.isEmpty() || registry.get().equals(signed.key()))
            .orElseThrow(() -> new IllegalArgumentException("The statement is not our registry's"));
    byte[] payload =
        PublicKey.fromMultibase(jws.key().fragment())
            .flatMap(key -> jws.payload(TYPE, key))
            .orElseThrow(() -> new IllegalArgumentException("The statement's signature is broken"));
    Content content;
    try {
      content = json.readValue(payload, Content.class);
    } catch (IOException _) {
      throw new IllegalArgumentException("The statement cannot be read");
    }
    if (!jws.key().did().value().equals(content.iss())) {
      throw new IllegalArgumentException("The statement is another's than who signed it");
    }
    return content;
  }
}
