package org.mikromerit.issuer.learner;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quarkus.runtime.StartupEvent;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.kit.sealing.Sealing;

class LearnerKeyWrappingTest {
  private static final byte[] BODY = "{\"name\":\"Åsa\"}".getBytes(StandardCharsets.UTF_8);

  private final UUID id = UUID.randomUUID();
  private final UUID credential = UUID.randomUUID();
  private final LearnerKeyWrapping wrapping = wrappingUnder(Sealing.newKey());
  private final byte[] wrapped = wrapping.wrap(id, Sealing.newKey());

  @Test
  void aWrappedKeyOpensWhatItSealed() {
    byte[] sealed = wrapping.unwrap(id, wrapped).seal(credential, BODY);

    assertThat(wrapping.unwrap(id, wrapped).open(credential, sealed)).isEqualTo(BODY);
  }

  @Test
  @Tag("S8")
  void anotherLearnersKeyOpensNothing() {
    byte[] sealed = wrapping.unwrap(id, wrapped).seal(credential, BODY);
    LearnerKey another = wrapping.unwrap(id, wrapping.wrap(id, Sealing.newKey()));

    assertThatIllegalStateException().isThrownBy(() -> another.open(credential, sealed));
  }

  @Test
  void aBodyCopiedToAnotherCredentialOpensForNobody() {
    LearnerKey key = wrapping.unwrap(id, wrapped);
    byte[] sealed = key.seal(credential, BODY);

    assertThatIllegalStateException().isThrownBy(() -> key.open(UUID.randomUUID(), sealed));
  }

  @Test
  void aKeyCopiedToAnotherRowIsNoKey() {
    assertThatIllegalStateException().isThrownBy(() -> wrapping.unwrap(UUID.randomUUID(), wrapped));
  }

  @Test
  void withAnotherWrappingKeyTheServiceDoesNotStart() {
    var another = wrappingUnder(Sealing.newKey());
    var require = new RequireLearnerKeyWrapping(holding(() -> another.unwrap(id, wrapped)));

    assertThatIllegalStateException()
        .isThrownBy(() -> require.whenStarting(new StartupEvent()))
        .withMessageStartingWith("MIKROMERIT_LEARNER_KEY_WRAPPING_KEY is missing, or not the key");
  }

  @Test
  void withItsOwnWrappingKeyTheServiceStarts() {
    var require = new RequireLearnerKeyWrapping(holding(() -> wrapping.unwrap(id, wrapped)));

    assertThatCode(() -> require.whenStarting(new StartupEvent())).doesNotThrowAnyException();
  }

  private static LearnerKeyWrapping wrappingUnder(byte[] key) {
    return new LearnerKeyWrapping(Optional.of(Base64.getEncoder().encodeToString(key)));
  }

  private interface Unwrapping {
    LearnerKey key();
  }

  /** Keys of which there is one. */
  private static LearnerKeys holding(Unwrapping one) {
    return new LearnerKeys() {
      @Override
      public Map<String, LearnerKey> of(Set<String> learnerRefs) {
        return learnerRefs.stream().collect(toMap(identity(), _ -> one.key()));
      }

      @Override
      public Optional<LearnerKey> any() {
        return Optional.of(one.key());
      }
    };
  }
}
