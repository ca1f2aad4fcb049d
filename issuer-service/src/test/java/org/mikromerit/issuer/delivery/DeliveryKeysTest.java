package org.mikromerit.issuer.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.kit.sealing.Sealing;

class DeliveryKeysTest {
  private static final byte[] DOCUMENT = "{\"name\":\"Åsa\"}".getBytes(StandardCharsets.UTF_8);

  private final byte[] older = Sealing.newKey();
  private final byte[] newer = Sealing.newKey();

  @Test
  void theFirstKeyEncryptsAndIsNamed() throws Exception {
    var encrypted = keys(setting("k2", newer) + ", " + setting("k1", older)).encrypt(DOCUMENT);

    var jwe = JWEObject.parse(encrypted.document());
    jwe.decrypt(new DirectDecrypter(newer));
    assertThat(encrypted.keyId()).isEqualTo("k2");
    assertThat(jwe.getHeader().toString())
        .isEqualTo("{\"kid\":\"k2\",\"cty\":\"vc\",\"enc\":\"A256GCM\",\"alg\":\"dir\"}");
    assertThat(jwe.getPayload().toBytes()).isEqualTo(DOCUMENT);
  }

  @Test
  void anotherKeyOpensNothing() throws Exception {
    var encrypted = keys(setting("k1", older)).encrypt(DOCUMENT);

    var jwe = JWEObject.parse(encrypted.document());
    assertThatExceptionOfType(JOSEException.class)
        .isThrownBy(() -> jwe.decrypt(new DirectDecrypter(newer)));
  }

  @Test
  void theSameDocumentNeverLooksTheSame() {
    var keys = keys(setting("k1", older));

    assertThat(keys.encrypt(DOCUMENT).document()).isNotEqualTo(keys.encrypt(DOCUMENT).document());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k1=c2hvcnQ="})
  void withoutAKeyNothingStarts(String setting) {
    assertThatIllegalStateException()
        .isThrownBy(() -> keys(setting))
        .withMessageStartingWith("MIKROMERIT_DELIVERY_KEYS must be");
  }

  private static DeliveryKeys keys(String setting) {
    return new DeliveryKeys(Optional.of(setting));
  }

  private static String setting(String id, byte[] key) {
    return id + "=" + Base64.getEncoder().encodeToString(key);
  }
}
