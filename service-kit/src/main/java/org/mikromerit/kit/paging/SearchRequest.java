package org.mikromerit.kit.paging;

import jakarta.ws.rs.QueryParam;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.sql.Words;

/** Which items of a list are wanted: those with certain words in their names. */
public class SearchRequest {
  private static final int LONGEST = 100;
  private static final int MOST_WORDS = 8;
  private static final String WHITE_SPACE = "(?U)\\s+";

  @QueryParam("q")
  @Parameter(
      description =
          "Words or parts of words, at most 8 in 100 characters: listed is what has them all in its"
              + " name, in any order and case. No character means anything but itself.",
      example = "vård",
      schema = @Schema(maxLength = LONGEST))
  @Nullable String q;

  /** The words; none where nothing is asked for. */
  public Words words() {
    if (q == null) {
      return new Words(List.of());
    }
    // As names are kept: composed, with white space between words alone.
    String asked = Normalizer.normalize(q, Normalizer.Form.NFC).strip();
    List<String> words =
        Stream.of(asked.split(WHITE_SPACE)).filter(word -> !word.isEmpty()).distinct().toList();
    if (asked.length() > LONGEST
        || words.size() > MOST_WORDS
        || words.stream().anyMatch(word -> word.chars().anyMatch(Character::isISOControl))) {
      throw new ProblemException(
          Problems.invalidValue(
              "q", "q is text of at most 100 characters, in it at most 8 words."));
    }
    return new Words(words);
  }
}
