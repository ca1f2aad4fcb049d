package org.mikromerit.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jcs.Jcs;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Samples;

@Tag("S3")
class CanonicalJsonTest {

  @Test
  void itWritesTheSpecificationsExampleWithANumberThatADoubleHolds() throws Exception {
    JsonObject example =
        StrictJson.parse(
            """
            {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
             "numbers": [333333333.5, 4.50, 2e-3], "literals": [null, true, false]}
            """
                .getBytes(StandardCharsets.UTF_8));

    assertThat(CanonicalJson.of(example))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.5,4.5,0.002],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void nothingButControlCharactersBelowTheBlankIsEscaped() {
    JsonObject object = JsonTree.object().add("\u007f\u2028", "\u007f\u2028/").build();

    assertThat(CanonicalJson.of(object)).isEqualTo("{\"\u007f\u2028\":\"\u007f\u2028/\"}");
  }

  @Test
  void namesAreInTheOrderOfTheirCodeUnits() {
    List<String> sorted =
        List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    List<String> shuffled = new ArrayList<>(sorted);
    Collections.shuffle(shuffled, new Random(1));
    var object = JsonTree.object();
    shuffled.forEach(name -> object.add(name, 0));

    assertThat(CanonicalJson.of(object.build()))
        .isEqualTo("{\"\\r\":0,\"1\":0,\"\u0080\":0,\"ö\":0,\"€\":0,\"😀\":0,\"\ufb33\":0}");
  }

  @Test
  void itSaysWhatAnotherLibrarySays() throws Exception {
    var texts = JsonTree.object();
    for (String text : HostileTexts.all()) {
      // In a name, and only there, the other writes U+007F as no canonical JSON may (section
      // 3.2.2.2).
      texts.add(
          text.replace('\u007f', ' '),
          JsonTree.array().add(text).add(JsonTree.object().build()).add(JsonTree.array().build()));
    }
    JsonObject hostile = texts.build();

    assertThat(CanonicalJson.of(hostile).equals(Jcs.canonize(hostile))).isTrue();
    assertThat(CanonicalJson.of(Samples.unsigned())).isEqualTo(Jcs.canonize(Samples.unsigned()));
  }
}
