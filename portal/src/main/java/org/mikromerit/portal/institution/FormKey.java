package org.mikromerit.portal.institution;

import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a form that was shown, so that one that is sent twice is done once. */
public final class FormKey {
  private static final Pattern OURS = Pattern.compile("[0-9a-f-]{36}");

  private FormKey() {}

  public static String fresh() {
    return UUID.randomUUID().toString();
  }

  /** As it was sent; a fresh one where that is none of ours, for it goes on in a header. */
  public static String of(@Nullable String sent) {
    return sent != null && OURS.matcher(sent).matches() ? sent : fresh();
  }
}
