package org.mikromerit.verification.trust.messaging;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.events.Event;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.verification.trust.CompromiseCopy;
import org.mikromerit.verification.trust.CompromiseCopy.Registered;
import org.mikromerit.verification.trust.CompromiseCopy.StatedPart;

/**
 * What the registry stated of a compromised key. That it was the registry, the broker's access
 * rules vouch for, as for all that is announced; the signature, that nothing of it was changed
 * since.
 */
@ApplicationScoped
class KeyCompromiseStatedHandler implements EventHandler<KeyCompromiseStatedV1> {
  private static final String TYPE = "mikromerit-key-compromise+jwt";

  private final CompromiseCopy copy;
  // Not the service's own reader: a newer registry may say more than we know.
  private final ObjectMapper json =
      new ObjectMapper()
          .findAndRegisterModules()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  KeyCompromiseStatedHandler(CompromiseCopy copy) {
    this.copy = copy;
  }

  /** What is signed. */
  record Content(Instant since, int part, int parts, List<Entry> registered) {}

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
            stated.since(),
            stated.part(),
            stated.parts(),
            content.registered().stream()
                .map(entry -> new Registered(entry.id(), entry.sha256()))
                .toList()));
  }

  private Content content(String statement) {
    byte[] payload =
        CompactJws.parse(statement)
            .flatMap(
                jws ->
                    PublicKey.fromMultibase(jws.key().fragment())
                        .flatMap(key -> jws.payload(TYPE, key)))
            .orElseThrow(() -> new IllegalArgumentException("The statement's signature is broken"));
    try {
      return json.readValue(payload, Content.class);
    } catch (IOException _) {
      throw new IllegalArgumentException("The statement cannot be read");
    }
  }
}
