package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  private static final byte[] MESSAGE = "meddelande".getBytes(StandardCharsets.UTF_8);
  // RFC 8032, section 7.1, test 3.
  private static final String SEED =
      "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7";
  private static final String PUBLIC =
      "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025";
  private static final String SIGNATURE =
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
          + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a";

  @Test
  void theExampleOfTheStandardHolds() {
    SoftwareKey key = SoftwareKey.ed25519(hex(SEED));

    assertThat(key.publicKey())
        .isEqualTo(PublicKey.fromRaw(KeyType.ED25519, hex(PUBLIC)).orElseThrow());
    assertThat(key.sign(hex("af82"))).isEqualTo(hex(SIGNATURE));
    assertThat(key.publicKey().verifies(hex("af82"), hex(SIGNATURE))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyComesBackFromItsSecret(KeyType type) {
    SoftwareKey key = SoftwareKey.generate(type, new SecureRandom());

    assertThat(SoftwareKey.of(type, key.secret()).publicKey()).isEqualTo(key.publicKey());
  }

  @Test
  void aSeedOfAnotherLengthIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> SoftwareKey.ed25519(new byte[31]));
  }

  @Test
  void theSecretIsNotInTheText() {
    SoftwareKey key = SoftwareKey.ed25519(hex(SEED));

    assertThat(key.toString()).isEqualTo("SoftwareKey[" + key.publicKey().multibase() + "]");
  }

  @ParameterizedTest
  @CsvSource({"ED25519, z6Mk", "P256, zDn", "P384, z82", "RSA, z4MX"})
  void aPublicKeyComesBackFromItsMultibase(KeyType type, String start) {
    PublicKey key = SoftwareKey.generate(type, new SecureRandom()).publicKey();

    assertThat(key.multibase()).startsWith(start);
    assertThat(PublicKey.fromMultibase(key.multibase())).contains(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "z", "6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2", "z0OIl",
        "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpb", "z6Mk", "uAQID",
            "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ",
        "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2 "
      })
  void whatIsNoMultikeyIsNoKey(String multibase) {
    assertThat(PublicKey.fromMultibase(multibase)).isEmpty();
  }

  @Test
  void aNumberBeyondTheCurvesOrderIsNoSecret() {
    byte[] beyond = new byte[32];
    Arrays.fill(beyond, (byte) 0xff);

    assertThatIllegalArgumentException().isThrownBy(() -> SoftwareKey.of(KeyType.P256, beyond));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SoftwareKey.of(KeyType.P256, new byte[32]));
  }

  @Test
  void aTextOfAnyLengthIsRefusedQuickly() {
    assertThat(PublicKey.fromMultibase("z" + "2".repeat(1_000_000))).isEmpty();
  }

  @Test
  void aKeyOfSmallOrderIsNoKey() {
    for (String point :
        List.of(
            "0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000080",
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")) {
      assertThat(PublicKey.fromRaw(KeyType.ED25519, hex(point))).isEmpty();
    }
  }

  @Test
  @Tag("S3")
  void aMalleatedSignatureIsNone() {
    SoftwareKey key = SoftwareKey.ed25519(hex(SEED));
    byte[] signature = key.sign(MESSAGE);

    assertThat(key.publicKey().verifies(MESSAGE, plusGroupOrder(signature))).isFalse();
  }

  @Test
  void aSignatureOfAnotherLengthIsNone() {
    SoftwareKey key = SoftwareKey.ed25519(hex(SEED));
    byte[] signature = key.sign(MESSAGE);

    assertThat(key.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, 63))).isFalse();
    assertThat(key.publicKey().verifies(MESSAGE, Arrays.copyOf(signature, 65))).isFalse();
    assertThat(key.publicKey().verifies(MESSAGE, new byte[0])).isFalse();
    assertThat(key.publicKey().verifies(MESSAGE, new byte[64])).isFalse();
  }

  /** Of draft-msporny-base58-03, section 5, and of every length that keys and signatures have. */
  @Test
  void base58ComesBackAsItWas() {
    var random = new Random(20261122);
    byte[] hello = "Hello World!".getBytes(StandardCharsets.UTF_8);

    assertThat(Multibase.base58(hello)).isEqualTo("z2NEpo7TZRRrLZSi2U");
    assertThat(Multibase.decodeBase58("z2NEpo7TZRRrLZSi2U")).hasValue(hello);
    for (int i = 0; i < 10_000; i++) {
      byte[] bytes = new byte[1 + i % 130];
      random.nextBytes(bytes);
      Arrays.fill(bytes, 0, Math.min(bytes.length, random.nextInt(4)), (byte) 0);

      assertThat(Multibase.decodeBase58(Multibase.base58(bytes))).hasValue(bytes);
    }
  }

  @Test
  void base58KeepsLeadingZeros() {
    byte[] bytes = {0, 0, 1, 2, (byte) 0xff};

    assertThat(Multibase.base58(bytes)).startsWith("z11");
    assertThat(Multibase.decodeBase58(Multibase.base58(bytes))).hasValue(bytes);
    assertThat(Multibase.decodeBase58("z1")).hasValue(new byte[1]);
  }

  @Test
  void base64HasOneTextForOneValue() {
    assertThat(Multibase.decodeBase64Url("uAQI")).hasValue(new byte[] {1, 2});
    assertThat(Multibase.decodeBase64Url("uAQJ")).isEmpty();
    assertThat(Multibase.decodeBase64Url("uAQI=")).isEmpty();
    assertThat(Multibase.decodeBase64Url("u+/==")).isEmpty();
    assertThat(Multibase.decodeBase64Url("zAQI")).isEmpty();
    assertThat(Multibase.decodeBase64Url("")).isEmpty();
  }

  // S + L means the same as S to a verifier that does not look.
  private static byte[] plusGroupOrder(byte[] signature) {
    BigInteger order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(signature, 32, 64))).add(order);
    byte[] big = s.toByteArray();
    byte[] padded = new byte[32];
    System.arraycopy(
        big,
        Math.max(0, big.length - 32),
        padded,
        Math.max(0, 32 - big.length),
        Math.min(32, big.length));
    byte[] malleated = signature.clone();
    System.arraycopy(reversed(padded), 0, malleated, 32, 32);
    return malleated;
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
