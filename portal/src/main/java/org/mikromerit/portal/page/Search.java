package org.mikromerit.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for in a list.
 *
 * @param words as they were written; empty for everything
 * @param kept what the addresses of the list's further pages say besides where they begin
 */
public record Search(String words, String kept) {

  public static Search of(@Nullable String q) {
    String words = q == null ? "" : q.strip();
    return new Search(words, "").and("q", words.isEmpty() ? null : words);
  }

  /** With a filter of this name; null where it is not chosen. */
  public Search and(String name, @Nullable String value) {
    return value == null
        ? this
        : new Search(
            words, kept + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  /** For the service: null for everything. */
  public @Nullable String asked() {
    return words.isEmpty() ? null : words;
  }

  /** Whether the filter of this name has this value. */
  public boolean has(String name, Object value) {
    return List.of(kept.split("&", -1)).contains(name + "=" + value);
  }

  /** Whether anything is left out of the list. */
  public boolean narrow() {
    return !kept.isEmpty();
  }
}
