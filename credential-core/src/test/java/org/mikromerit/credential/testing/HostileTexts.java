package org.mikromerit.credential.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Texts that programs stumble over, and random ones made of the same pieces. */
public final class HostileTexts {

  private static final long SEED = 20260302L;
  private static final int RANDOM_TEXTS = 150;
  private static final int LONGEST = 40;

  private static final List<String> PIECES =
      List.of(
          "åäö ÅÄÖ",
          "Vårdhandboken®",
          "🧼👩‍⚕️🇸🇪",
          "a\u030a",
          "å",
          "\"quoted\"",
          "back\\slash",
          "line\nfeed",
          "carriage\rreturn",
          "tab\t",
          "\b\f",
          "\u0001\u001f",
          "\u007f\u0080\u009f",
          "\u0000",
          "\u2028\u2029",
          "\ufeff",
          "\ufffd\uffff",
          "\u202eright to left",
          "<script>alert(1)</script>",
          "'; drop table --",
          "=1+1",
          "{\"@id\":\"x\"}",
          "_:b0",
          "urn:uuid:x",
          "@context",
          "https://example.org/ä?q=1#f",
          "^^<http://www.w3.org/2001/XMLSchema#string>",
          "@sv",
          " . \n<a> <b> <c> .",
          "\\u00e5",
          "𝔘𐍈",
          " leading and trailing ",
          "% 25 %00",
          "null");

  private HostileTexts() {}

  public static List<String> all() {
    Random random = new Random(SEED);
    List<String> texts = new ArrayList<>(PIECES);
    for (int i = 0; i < RANDOM_TEXTS; i++) {
      texts.add(random(random));
    }
    return texts;
  }

  private static String random(Random random) {
    StringBuilder text = new StringBuilder();
    IntStream.range(0, 1 + random.nextInt(5))
        .forEach(
            _ -> {
              text.append(PIECES.get(random.nextInt(PIECES.size())));
              random
                  .ints(random.nextInt(LONGEST), 0, 0x3000)
                  .filter(c -> c < Character.MIN_SURROGATE)
                  .forEach(text::appendCodePoint);
            });
    return text.toString();
  }
}
