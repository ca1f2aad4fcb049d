package org.mikromerit.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.openbadge.OpenBadgeReader;
import org.mikromerit.credential.proof.PublishedKeys;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.TokenStatuses;

/** Whatever is read: it is read or refused, and what was read is written back as the same. */
@Tag("S2")
class ReadersFuzz {
  private static final int ENOUGH = 100_000;
  private static final int LONGEST_KEY = 150;

  @FuzzTest(maxDuration = "30s")
  void strictJson(byte[] bytes) throws MalformedJson {
    JsonObject read;
    try {
      read = StrictJson.parse(bytes);
    } catch (MalformedJson _) {
      return;
    }
    require(StrictJson.parse(StrictJson.write(read)).equals(read), "it reads back otherwise");
  }

  @FuzzTest(maxDuration = "30s")
  void openBadge(byte[] bytes) {
    try {
      OpenBadgeReader.read(StrictJson.parse(bytes));
    } catch (MalformedJson _) {
      // Refused.
    }
  }

  @FuzzTest(maxDuration = "30s")
  void statusBits(byte[] bytes) {
    Budget.keeps(
        () -> {
          StatusBits.decode(text(bytes)).ifPresent(StatusBits::size);
          StatusBits.decode(Multibase.base64Url(bytes)).ifPresent(bits -> bits.isSet(0));
        });
  }

  @FuzzTest(maxDuration = "30s")
  void tokenStatuses(FuzzedDataProvider data) {
    int width = data.consumeInt();
    String list = data.consumeString(ENOUGH);
    Budget.keeps(() -> TokenStatuses.decode(width, list).ifPresent(TokenStatuses::encode));
  }

  @FuzzTest(maxDuration = "30s")
  void identifiers(byte[] bytes) {
    String text = text(bytes);
    Did.parse(text)
        .ifPresent(
            did -> {
              DidKey.key(did).ifPresent(key -> require(DidKey.of(key).equals(did), "another key"));
              DidWeb.documentUrl(did)
                  .ifPresent(
                      url ->
                          require(
                              "https".equals(url.getScheme())
                                  && url.getHost() != null
                                  && url.getRawUserInfo() == null
                                  && !url.getPath().contains("/../")
                                  && url.normalize().equals(url),
                              "a did:web leads elsewhere"));
            });
    VerificationMethodId.parse(text)
        .ifPresent(id -> require(id.url().equals(text), "it is written otherwise"));
  }

  @FuzzTest(maxDuration = "30s")
  void multibase(byte[] bytes) {
    String text = text(bytes);
    Multibase.decodeBase58(text)
        .ifPresent(read -> require(Multibase.base58(read).equals(text), "two texts, one value"));
    Multibase.decodeBase64Url(text)
        .ifPresent(read -> require(Multibase.base64Url(read).equals(text), "two texts, one value"));
    PublicKey.fromMultibase(text)
        .ifPresent(key -> require(key.multibase().equals(text), "two texts, one key"));
    if (bytes.length > 0 && bytes.length < LONGEST_KEY) {
      require(
          Arrays.equals(Multibase.decodeBase58(Multibase.base58(bytes)).orElseThrow(), bytes),
          "it reads back otherwise");
    }
  }

  @FuzzTest(maxDuration = "30s")
  void jws(byte[] bytes) {
    CompactJws.parse(text(bytes)).ifPresent(CompactJws::key);
  }

  @FuzzTest(maxDuration = "30s")
  void publishedKeys(byte[] bytes) {
    var school = new Did("did:web:school.example");
    PublishedKeys.read(school, bytes)
        .ifPresent(keys -> keys.find(new VerificationMethodId(school, "key-1")));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
