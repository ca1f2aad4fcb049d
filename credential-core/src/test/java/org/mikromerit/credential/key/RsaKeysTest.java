package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;

@Tag("S3")
class RsaKeysTest {

  private static final byte[] MESSAGE = "meddelande".getBytes(StandardCharsets.UTF_8);
  private static final BigInteger USUAL = BigInteger.valueOf(65_537);
  private static final SoftwareKey KEY = SoftwareKey.generate(KeyType.RSA, new SecureRandom());

  @ParameterizedTest
  @ValueSource(ints = {2048, 3072, 4096})
  void aKeyOfEachUsualSizeIsOne(int bits) {
    BigInteger modulus = odd(bits);

    PublicKey key = key(modulus, USUAL);

    assertThat(PublicKey.fromMultibase(key.multibase())).contains(key);
    assertThat(Jwk.read(Jwk.of(key))).contains(key);
    assertThat(VerificationMethodId.parse(DidKey.verificationMethod(key).url()))
        .contains(DidKey.verificationMethod(key));
    assertThat(DidKey.key(DidKey.of(key))).contains(key);
  }

  static Stream<Arguments> unsound() {
    return Stream.of(
        Arguments.of("too short", odd(2047), USUAL),
        Arguments.of("far too short", odd(1024), USUAL),
        Arguments.of("too long", odd(4097), USUAL),
        Arguments.of("even", odd(2048).subtract(BigInteger.ONE), USUAL),
        Arguments.of("negative", odd(2048).negate(), USUAL),
        Arguments.of("nought", BigInteger.ZERO, USUAL),
        Arguments.of("signs everything", odd(2048), BigInteger.ONE),
        Arguments.of("no exponent", odd(2048), BigInteger.ZERO),
        Arguments.of("small exponent", odd(2048), BigInteger.valueOf(3)),
        Arguments.of("even exponent", odd(2048), BigInteger.valueOf(65_538)),
        Arguments.of("negative exponent", odd(2048), USUAL.negate()),
        Arguments.of("dear exponent", odd(2048), BigInteger.ONE.shiftLeft(32).add(BigInteger.ONE)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unsound")
  void aKeyThatIsNotSoundIsNone(String what, BigInteger modulus, BigInteger exponent)
      throws IOException {
    byte[] der = new org.bouncycastle.asn1.pkcs.RSAPublicKey(modulus, exponent).getEncoded("DER");

    assertThat(RsaKeys.raw(modulus, exponent)).isEmpty();
    assertThat(PublicKey.fromRaw(KeyType.RSA, der)).isEmpty();
  }

  @Test
  void aKeyHasOneTextOnly() {
    byte[] raw = KEY.publicKey().raw();
    byte[] longer = Arrays.copyOf(raw, raw.length + 1);
    byte[] shorter = Arrays.copyOf(raw, raw.length - 1);
    byte[] indefinite = raw.clone();
    indefinite[0] = 0x31;

    assertThat(PublicKey.fromRaw(KeyType.RSA, raw)).isPresent();
    for (byte[] other : new byte[][] {longer, shorter, indefinite, {}, {0x30, 0}, new byte[2000]}) {
      assertThat(PublicKey.fromRaw(KeyType.RSA, other)).isEmpty();
    }
  }

  @Test
  void aSecretThatIsNoneIsRefused() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    byte[] tooShort =
        PrivateKeyInfo.getInstance(generator.generateKeyPair().getPrivate().getEncoded())
            .parsePrivateKey()
            .toASN1Primitive()
            .getEncoded("DER");

    assertThatIllegalArgumentException().isThrownBy(() -> SoftwareKey.of(KeyType.RSA, tooShort));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoftwareKey.of(KeyType.RSA, new byte[32]));
  }

  @Test
  void anotherPaddingIsNoSignature() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var pair = generator.generateKeyPair();
    var numbers = (RSAPublicKey) pair.getPublic();
    PublicKey key = key(numbers.getModulus(), numbers.getPublicExponent());
    Signature pss = Signature.getInstance("RSASSA-PSS");
    pss.setParameter(
        new PSSParameterSpec(
            "SHA-256", "MGF1", java.security.spec.MGF1ParameterSpec.SHA256, 32, 1));
    pss.initSign(pair.getPrivate());
    pss.update(MESSAGE);
    Signature sha1 = Signature.getInstance("SHA1withRSA");
    sha1.initSign(pair.getPrivate());
    sha1.update(MESSAGE);

    assertThat(key.verifies(MESSAGE, pss.sign())).isFalse();
    assertThat(key.verifies(MESSAGE, sha1.sign())).isFalse();
  }

  @Test
  void aSignatureOfAnotherLengthIsNone() {
    byte[] signature = KEY.sign(MESSAGE);

    assertThat(KEY.publicKey().verifies(MESSAGE, signature)).isTrue();
    assertThat(KEY.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, 255))).isFalse();
    assertThat(KEY.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, 257))).isFalse();
    assertThat(KEY.publicKey().verifies(MESSAGE, new byte[0])).isFalse();
  }

  // That it is a product of primes nobody looks at: such a key has an owner who cannot sign.
  private static BigInteger odd(int bits) {
    return BigInteger.ONE.shiftLeft(bits - 1).add(BigInteger.valueOf(12_345_677));
  }

  private static PublicKey key(BigInteger modulus, BigInteger exponent) {
    return RsaKeys.raw(modulus, exponent)
        .flatMap(raw -> PublicKey.fromRaw(KeyType.RSA, raw))
        .orElseThrow();
  }
}
