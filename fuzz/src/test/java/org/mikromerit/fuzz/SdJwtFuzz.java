package org.mikromerit.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;

/** Whatever is done to what is shown of a credential, only what was signed is believed of it. */
@Tag("S2")
class SdJwtFuzz {
  private static final String ISSUED = Signed.SELECTIVE.text();
  private static final List<String> PARTS =
      List.of(ISSUED.substring(0, ISSUED.length() - 1).split("~", -1));
  private static final int LONGEST = 20_000;

  @FuzzTest(maxDuration = "30s")
  void text(byte[] text) {
    Budget.keeps(() -> judge(text));
  }

  /** Disclosures that were signed, in any order and number, and others among them. */
  @FuzzTest(maxDuration = "30s")
  void shown(FuzzedDataProvider data) {
    var text = new StringBuilder(PARTS.getFirst()).append('~');
    for (int most = 40; most > 0 && data.remainingBytes() > 0; most--) {
      String disclosure = PARTS.get(data.consumeInt(1, PARTS.size() - 1));
      switch (data.consumeInt(0, 3)) {
        case 0, 1 -> text.append(disclosure).append('~');
        case 2 -> text.append(changed(disclosure, data)).append('~');
        default -> text.append(encoded(data.consumeString(200))).append('~');
      }
    }
    judgeWithinBudget(text.toString());
  }

  /** Whatever an issuer may have signed, it is answered. */
  @FuzzTest(maxDuration = "30s")
  void signed(FuzzedDataProvider data) {
    JsonObject payload;
    try {
      payload = StrictJson.parse(data.consumeString(LONGEST).getBytes(StandardCharsets.UTF_8));
    } catch (MalformedJson _) {
      return;
    }
    var text = new StringBuilder(Signed.token("vc+sd-jwt", payload)).append('~');
    for (int most = 40; most > 0 && data.remainingBytes() > 0; most--) {
      text.append(encoded(data.consumeString(200))).append('~');
    }
    Budget.keeps(() -> verdict(text.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private static String changed(String disclosure, FuzzedDataProvider data) {
    byte[] bytes = Base64Url.decode(disclosure).orElseThrow();
    bytes[data.consumeInt(0, bytes.length - 1)] = data.consumeByte();
    return Base64Url.encode(bytes);
  }

  private static String encoded(String text) {
    return Base64Url.encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void judgeWithinBudget(String text) {
    Budget.keeps(() -> judge(text.getBytes(StandardCharsets.UTF_8)));
  }

  static void judge(byte[] text) {
    if (verdict(text) && !isOfWhatWasIssued(new String(text, StandardCharsets.UTF_8).strip())) {
      throw new AssertionError("something else than was signed is believed");
    }
  }

  private static boolean verdict(byte[] text) {
    try {
      Verdict verdict = Signed.verification().verify(text, Signed.now());
      return verdict.conclusion().isYes();
    } catch (MalformedJson _) {
      return false;
    }
  }

  /** The same token, each of its disclosures once at most, and nothing else. */
  private static boolean isOfWhatWasIssued(String text) {
    List<String> parts = new ArrayList<>(List.of(text.split("~", -1)));
    boolean ended = parts.removeLast().isEmpty();
    return ended
        && !parts.isEmpty()
        && parts.getFirst().equals(PARTS.getFirst())
        && PARTS.containsAll(parts)
        && Set.copyOf(parts).size() == parts.size();
  }
}
