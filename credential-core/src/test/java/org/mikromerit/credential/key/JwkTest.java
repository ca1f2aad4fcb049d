package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.testing.Samples;

@Tag("S3")
class JwkTest {

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyComesBack(KeyType type) {
    JsonObject jwk = JsonTree.object(jwk(type)).add("use", "sig").add("kid", "1").build();

    assertThat(Jwk.read(jwk).map(PublicKey::type)).contains(type);
    assertThat(Jwk.read(jwk).map(Jwk::of)).contains(jwk(type));
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyWithItsSecretIsNone(KeyType type) {
    assertThat(Jwk.read(JsonTree.object(jwk(type)).add("d", "AA").build())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyForEncryptionIsNone(KeyType type) {
    assertThat(Jwk.read(JsonTree.object(jwk(type)).add("use", "enc").build())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aKeyLacksNothing(KeyType type) {
    for (String member : jwk(type).keySet()) {
      var less = JsonTree.object(jwk(type));
      less.remove(member);

      assertThat(Jwk.read(less.build())).as(member).isEmpty();
    }
  }

  // Two texts for one key, or half a key.
  @ParameterizedTest
  @EnumSource(KeyType.class)
  void aNumberHasItsLengthAndNoOther(KeyType type) {
    for (String member : new String[] {"x", "y", "n", "e"}) {
      JsonObject jwk = jwk(type);
      if (jwk.containsKey(member)) {
        byte[] number = Base64Url.decode(jwk.getString(member)).orElseThrow();
        String longer = Base64Url.encode(Multibase.concat(new byte[1], number));
        String padded = jwk.getString(member) + "=";

        assertThat(Jwk.read(JsonTree.object(jwk).add(member, longer).build())).isEmpty();
        assertThat(Jwk.read(JsonTree.object(jwk).add(member, padded).build())).isEmpty();
        assertThat(Jwk.read(JsonTree.object(jwk).add(member, 1).build())).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kty\":\"oct\",\"k\":\"AAAA\"}",
        "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AA\",\"y\":\"AA\"}",
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\",\"y\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
        "{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\"}",
        "{\"kty\":[\"EC\"]}"
      })
  void whatIsNoKeyOfOursIsNone(String json) throws Exception {
    assertThat(Jwk.read(StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)))).isEmpty();
  }

  private static JsonObject jwk(KeyType type) {
    return Jwk.of(Samples.key(type).publicKey());
  }
}
