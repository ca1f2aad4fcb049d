package org.mikromerit.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.testing.Samples;

@Tag("S2")
class WorkTest {
  private static final StrictJsonLd JSON_LD = StrictJsonLd.standard();
  private static final int MORE_THAN_ANYBODY_SHOWS = 200;

  @Test
  void fiftyHonestCredentialsOfOneRequestAreRead() throws Exception {
    int read = Work.together(() -> covered(Samples.unsigned(), 50));

    assertThat(read).isEqualTo(50);
  }

  @Test
  void whatIsDividedIntoManyDocumentsIsBoundedAsAWhole() {
    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> Work.together(() -> covered(Samples.unsigned(), MORE_THAN_ANYBODY_SHOWS)))
        .matches(refused -> refused.code() == NotCovered.Code.TOO_COMPLEX);
  }

  @Test
  void whatIsPartOfARequestIsOnItsAccount() {
    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(
            () ->
                Work.together(
                    () -> {
                      for (int i = 0; i < MORE_THAN_ANYBODY_SHOWS; i++) {
                        Work.together(() -> covered(Samples.unsigned(), 1));
                      }
                      return 0;
                    }));
  }

  @Test
  void entangledDocumentsAreNotTriedOneAfterAnother() throws Exception {
    int tried =
        Work.together(
            () -> {
              int refused = 0;
              for (int i = 0; i < 3; i++) {
                try {
                  covered(Samples.entangled(), 1);
                } catch (NotCovered e) {
                  refused++;
                }
              }
              assertThat(Work.step()).isFalse();
              return refused;
            });

    assertThat(tried).isEqualTo(3);
  }

  private static int covered(JsonObject document, int times) throws NotCovered {
    for (int i = 0; i < times; i++) {
      var _ = JSON_LD.cover(document).quads("SHA-256");
    }
    return times;
  }
}
