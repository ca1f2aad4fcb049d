package org.mikromerit.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.status.StatusListVerifier;

/** However a signed document is changed, it is believed only where it still says the same. */
@Tag("S2")
class VerificationFuzz {
  private static final String SIGNED_MEANING = Signed.meaning(Signed.CREDENTIAL).orElseThrow();
  private static final String LIST_MEANING = Signed.meaning(Signed.STATUS_LIST).orElseThrow();

  @FuzzTest(maxDuration = "30s")
  void verdict(byte[] document) {
    Budget.keeps(() -> judge(document));
  }

  @FuzzTest(maxDuration = "30s")
  void statusList(byte[] list) {
    Budget.keeps(
        () -> {
          if (Signed.lists().read(list, Signed.now().checkedAt())
              instanceof StatusListVerifier.Trusted) {
            require(Signed.meaning(list).equals(Optional.of(LIST_MEANING)));
          }
        });
  }

  static void judge(byte[] document) {
    try {
      Verdict verdict = Signed.verification().verify(document, Signed.now());
      if (verdict.conclusion() == Conclusion.VALID
          || verdict.conclusion() == Conclusion.VALID_WITH_WARNINGS) {
        require(
            Signed.meaning(document).equals(Optional.of(SIGNED_MEANING))
                || new String(document, StandardCharsets.ISO_8859_1).strip().equals(Signed.TOKEN)
                || isEnvelopeOfToken(document));
      }
    } catch (MalformedJson _) {
      // Refused.
    }
  }

  private static boolean isEnvelopeOfToken(byte[] document) {
    return new String(document, StandardCharsets.UTF_8).contains(Signed.TOKEN);
  }

  private static void require(boolean same) {
    if (!same) {
      throw new AssertionError("something else than was signed is believed");
    }
  }
}
