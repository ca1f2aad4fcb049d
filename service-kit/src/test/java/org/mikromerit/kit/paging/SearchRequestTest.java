package org.mikromerit.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.kit.problem.ProblemException;

class SearchRequestTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n", "\u00a0 \u2003"})
  void whoAsksForNoWordsAsksForEverything(String q) {
    assertThat(search(q).words().in("name")).isEqualTo("true");
  }

  @Test
  void eachWordIsAsked() {
    var words = search("  Vård\u00a0i  Åmål ").words();

    assertThat(words.parameters().values()).containsExactly("%Vård%", "%i%", "%Åmål%");
    assertThat(words.in("name")).contains(":word0", ":word1", ":word2").contains(" and ");
  }

  @ParameterizedTest
  @CsvSource({"100%, %100\\%%", "a_b, %a\\_b%", "c\\d, %c\\\\d%", "%, %\\%%"})
  void whatMeansSomethingInAPatternMeansItself(String q, String pattern) {
    assertThat(search(q).words().parameters().values()).containsExactly(pattern);
  }

  @Test
  void lettersAreComposedAsNamesAre() {
    assertThat(search("A\u030amål").words().all()).containsExactly("Åmål");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b c d e f g h i", "a\u0000b", "a\u0007"})
  void whatCannotBeANameIsRefused(String q) {
    SearchRequest search = search(q);

    assertThatThrownBy(search::words).isInstanceOf(ProblemException.class);
  }

  @Test
  void theLongestIsAHundredCharacters() {
    assertThat(search("å".repeat(100)).words().all()).hasSize(1);
    SearchRequest tooLong = search("å".repeat(101));
    assertThatThrownBy(tooLong::words).isInstanceOf(ProblemException.class);
  }

  private static SearchRequest search(@org.jspecify.annotations.Nullable String q) {
    var search = new SearchRequest();
    search.q = q;
    return search;
  }
}
