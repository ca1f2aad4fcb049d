package org.mikromerit.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.kit.problem.ProblemException;

class PageTest {

  @Test
  void aFullPageLeadsToTheNextByItsLastItem() {
    PageRequest two = request("2", null);

    Page<String> page = Page.of(List.of("ä", "b", "c"), two, item -> item);

    assertThat(page.items()).containsExactly("ä", "b");
    assertThat(request("2", page.next()).after()).isEqualTo("b");
  }

  @Test
  void theLastPageLeadsNowhere() {
    Page<String> page = Page.of(List.of("a", "b"), request("2", null), item -> item);

    assertThat(page.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "1000000000", "99999999999999999999", "x", "1.5", ""})
  void aSizeOutOfBoundsIsRefused(String limit) {
    PageRequest request = request(limit, null);

    assertThatThrownBy(request::limit).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%%%", "/w==", "not base64 at all", "_w"})
  void aCursorThatNobodyGaveIsRefused(String after) {
    PageRequest request = request(null, after);

    assertThatThrownBy(() -> request.afterPosition(0)).isInstanceOf(ProblemException.class);
  }

  private static PageRequest request(
      @org.jspecify.annotations.Nullable String limit,
      @org.jspecify.annotations.Nullable String after) {
    var request = new PageRequest();
    request.limit = limit;
    request.after = after;
    return request;
  }
}
