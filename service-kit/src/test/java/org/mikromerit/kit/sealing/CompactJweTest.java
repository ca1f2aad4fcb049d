package org.mikromerit.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactJweTest {
  private static final byte[] CREDENTIAL = "{\"name\":\"Åsa\"}".getBytes(StandardCharsets.UTF_8);

  private final KeyRing.Key key = new KeyRing.Key("k1", Sealing.newKey());

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 4_096, 300_001})
  void anotherImplementationOpensWhatWeEncrypt(int length) throws Exception {
    byte[] credential = bytes(length);

    JWEObject jwe = JWEObject.parse(CompactJwe.encrypt(credential, key));
    jwe.decrypt(new DirectDecrypter(key.secret()));

    assertThat(jwe.getPayload().toBytes()).isEqualTo(credential);
    assertThat(jwe.getHeader().getKeyID()).isEqualTo("k1");
    assertThat(jwe.getHeader().getContentType()).isEqualTo("vc");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 15, 16, 17, 4_096, 300_001})
  void weOpenWhatAnotherImplementationEncrypts(int length) throws Exception {
    byte[] credential = bytes(length);
    String jwe =
        encrypted(header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM), credential, key.secret());

    assertThat(CompactJwe.decrypt(jwe, key)).contains(credential);
  }

  @Test
  void anotherKeyOpensNothing() {
    String jwe = CompactJwe.encrypt(CREDENTIAL, key);

    assertThat(CompactJwe.decrypt(jwe, new KeyRing.Key("k1", Sealing.newKey()))).isEmpty();
  }

  @Test
  void theKeyUnderAnotherNameOpensNothing() {
    String jwe = CompactJwe.encrypt(CREDENTIAL, key);

    assertThat(CompactJwe.decrypt(jwe, new KeyRing.Key("k2", key.secret()))).isEmpty();
  }

  @Test
  void whereverOneCharacterIsChangedNothingElseComesOut() {
    String jwe = CompactJwe.encrypt(CREDENTIAL, key);

    for (int i = 0; i < jwe.length(); i++) {
      String changed =
          jwe.substring(0, i) + (jwe.charAt(i) == 'A' ? 'B' : 'A') + jwe.substring(i + 1);
      // The last character of a part has bits that stand for nothing.
      CompactJwe.decrypt(changed, key).ifPresent(open -> assertThat(open).isEqualTo(CREDENTIAL));
    }
  }

  @Test
  void onlyDirectEncryptionByAesGcmIsReadAndNothingCompressed() throws Exception {
    byte[] longer = bytes(64);
    var wrapped =
        new JWEObject(
            header(JWEAlgorithm.A256KW, EncryptionMethod.A256GCM).build(), new Payload(CREDENTIAL));
    wrapped.encrypt(new AESEncrypter(key.secret()));
    String byOtherMeans =
        encrypted(header(JWEAlgorithm.DIR, EncryptionMethod.A256CBC_HS512), CREDENTIAL, longer);
    String compressed =
        encrypted(
            header(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
                .compressionAlgorithm(CompressionAlgorithm.DEF),
            CREDENTIAL,
            key.secret());

    assertThat(CompactJwe.decrypt(wrapped.serialize(), key)).isEmpty();
    assertThat(CompactJwe.decrypt(byOtherMeans, key)).isEmpty();
    assertThat(CompactJwe.decrypt(compressed, key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "....",
        "a.b.c",
        "a..b.c",
        "a..b.c.d.e",
        "bnVsbA..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA",
        "eyJ9..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA",
        "W10..AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA",
        "e30..å.AA.AA"
      })
  void whatIsNoneOpensNothing(String jwe) {
    assertThat(CompactJwe.decrypt(jwe, key)).isEmpty();
  }

  @Test
  void theSameCredentialNeverLooksTheSame() {
    assertThat(CompactJwe.encrypt(CREDENTIAL, key))
        .isNotEqualTo(CompactJwe.encrypt(CREDENTIAL, key));
  }

  private static JWEHeader.Builder header(JWEAlgorithm algorithm, EncryptionMethod method) {
    return new JWEHeader.Builder(algorithm, method).keyID("k1");
  }

  private static String encrypted(JWEHeader.Builder header, byte[] credential, byte[] secret)
      throws JOSEException {
    var jwe = new JWEObject(header.build(), new Payload(credential));
    jwe.encrypt(new DirectEncrypter(secret));
    return jwe.serialize();
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }
}
