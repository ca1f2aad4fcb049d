package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.testing.Samples;

/** What each library must do alike, for each type of key. */
class SignatureLibraryTest {
  private static final byte[] MESSAGE = "meddelande".getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> everyLibraryAndType() {
    return SignatureLibrary.all().stream()
        .flatMap(library -> Stream.of(KeyType.values()).map(type -> Arguments.of(library, type)));
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndType")
  void whatOneSignsEveryOtherVerifies(SignatureLibrary library, KeyType type) throws Exception {
    SoftwareKey key = Samples.key(type);

    byte[] signature = library.sign(type, privateKey(library, key), MESSAGE);

    assertThat(signature).hasSize(signatureSize(key));
    for (SignatureLibrary other : SignatureLibrary.all()) {
      assertThat(other.verify(type, publicKey(other, key), MESSAGE, signature)).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndType")
  void anotherMessagesSignatureIsNone(SignatureLibrary library, KeyType type) throws Exception {
    SoftwareKey key = Samples.key(type);
    byte[] signature = library.sign(type, privateKey(library, key), MESSAGE);

    boolean verifies = library.verify(type, publicKey(library, key), new byte[] {1}, signature);

    assertThat(verifies).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndType")
  void anotherKeysSignatureIsNone(SignatureLibrary library, KeyType type) throws Exception {
    SoftwareKey key = Samples.key(type);
    SoftwareKey other = SoftwareKey.generate(type, new SecureRandom());
    byte[] signature = library.sign(type, privateKey(library, key), MESSAGE);

    boolean verifies = library.verify(type, publicKey(library, other), MESSAGE, signature);

    assertThat(verifies).isFalse();
  }

  @ParameterizedTest
  @MethodSource("everyLibraryAndType")
  @Tag("S3")
  void noughtsAndOnesAreNoSignature(SignatureLibrary library, KeyType type) throws Exception {
    SoftwareKey key = Samples.key(type);
    byte[] ones = new byte[signatureSize(key)];
    java.util.Arrays.fill(ones, (byte) 0xff);

    assertThat(library.verify(type, publicKey(library, key), MESSAGE, new byte[ones.length]))
        .isFalse();
    assertThat(library.verify(type, publicKey(library, key), MESSAGE, ones)).isFalse();
  }

  @Test
  void theFastLibraryIsUsedWhereItLoads() {
    boolean here =
        SignatureLibrary.all().stream()
            .anyMatch(each -> each.name().equals("AmazonCorrettoCryptoProvider"));

    assertThat(SignatureLibrary.best().name())
        .isEqualTo(here ? "AmazonCorrettoCryptoProvider" : "BC");
  }

  private static int signatureSize(SoftwareKey key) {
    return RawKeys.signatureSize(key.publicKey().type(), key.publicKey().raw());
  }

  private static PrivateKey privateKey(SignatureLibrary library, SoftwareKey key) throws Exception {
    KeyType type = key.publicKey().type();
    return library.privateKey(type, RawKeys.pkcs8(type, key.secret()));
  }

  private static java.security.PublicKey publicKey(SignatureLibrary library, SoftwareKey key)
      throws Exception {
    KeyType type = key.publicKey().type();
    return library.publicKey(type, RawKeys.x509(type, key.publicKey().raw()).orElseThrow());
  }
}
