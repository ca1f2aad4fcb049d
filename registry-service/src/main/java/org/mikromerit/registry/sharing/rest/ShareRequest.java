package org.mikromerit.registry.sharing.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;
import org.mikromerit.registry.organisation.PublicText;
import org.mikromerit.registry.sharing.ShareCredentials.Chosen;
import org.mikromerit.registry.sharing.ShareCredentials.Order;

/** What a learner wants to show, as they send it. */
@Schema(requiredProperties = {"credentials", "expiresAt"})
record ShareRequest(
    @Schema(minItems = 1, maxItems = 20, description = "In the order in which they are shown")
        @Nullable List<ChosenRequest> credentials,
    @Schema(description = "When the link ends: within a year. The credentials end when they end.")
        @Nullable Instant expiresAt,
    @Schema(pattern = "^[0-9]{4,12}$", description = "Is asked for besides the link")
        @Nullable String pin,
    @Schema(minimum = "1", maximum = "1000", description = "How often it can be seen; else always")
        @Nullable Integer mostViews,
    @Schema(maxLength = 200, description = "Whom it is for; they see it, and you in your list")
        @Nullable String recipient,
    @Schema(maxLength = 200, description = "What for; for your list alone")
        @Nullable String purpose) {

  static final String EXAMPLE =
      """
      {
        "credentials": [{
          "id": "0190c3e4-5f60-7172-8a8b-9c0d1e2f3a4b",
          "show": ["/credentialSubject/identifier/0", "/credentialSubject/result"]
        }],
        "expiresAt": "2999-12-31T00:00:00Z",
        "pin": "271828",
        "mostViews": 5,
        "recipient": "Vårdcentralen i Åmål",
        "purpose": "Ansökan om sommarjobb"
      }
      """;

  private static final int MOST_CREDENTIALS = 20;
  private static final int MOST_POINTERS = 200;
  private static final int MOST_VIEWS = 1_000;
  private static final int LONGEST_TEXT = 200;
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final Pattern PIN = Pattern.compile("[0-9]{4,12}");

  /**
   * One credential.
   *
   * @param show null for the whole document
   */
  record ChosenRequest(
      @Nullable UUID id,
      @Schema(
              maxItems = 200,
              description =
                  "Of what can be chosen what is shown; all else that can be is kept back. Without this the document is shown whole, as it was signed.")
          @Nullable List<@Nullable String> show) {}

  /**
   * The order.
   *
   * @throws ProblemException if a field cannot be used; it names them all
   */
  Order order(Instant now) {
    Violations wrong = new Violations();
    List<Chosen> chosen = chosen(wrong);
    Instant end = expiresAt;
    if (end == null || !end.isAfter(now) || end.isAfter(now.plus(LONGEST))) {
      wrong.add("invalid-value", "/expiresAt", "expiresAt is a moment to come, within a year.");
    }
    if (pin != null && !PIN.matcher(pin).matches()) {
      wrong.add("invalid-value", "/pin", "pin is 4 to 12 digits.");
    }
    if (mostViews != null && (mostViews < 1 || mostViews > MOST_VIEWS)) {
      wrong.add("invalid-value", "/mostViews", "mostViews is 1 to 1000.");
    }
    Optional<String> goodRecipient = text("/recipient", recipient, wrong);
    Optional<String> goodPurpose = text("/purpose", purpose, wrong);
    if (end == null || !wrong.isEmpty()) {
      throw problem(wrong);
    }
    return new Order(
        chosen, end, pin, mostViews, goodRecipient.orElse(null), goodPurpose.orElse(null));
  }

  private List<Chosen> chosen(Violations wrong) {
    List<Chosen> chosen = new ArrayList<>();
    if (credentials == null
        || credentials.isEmpty()
        || credentials.size() > MOST_CREDENTIALS
        || credentials.stream().anyMatch(Objects::isNull)) {
      wrong.add("invalid-value", "/credentials", "credentials is 1 to 20 of your own.");
      return chosen;
    }
    Set<UUID> known = new HashSet<>();
    for (int place = 0; place < credentials.size(); place++) {
      ChosenRequest each = credentials.get(place);
      UUID id = each.id();
      if (id == null || !known.add(id)) {
        wrong.add(
            "invalid-value",
            "/credentials/" + place + "/id",
            "id is a credential of yours, each once.");
      } else if (isUsable(each.show())) {
        chosen.add(
            new Chosen(id, each.show() == null ? null : each.show().stream().distinct().toList()));
      } else {
        wrong.add(
            "invalid-value",
            "/credentials/" + place + "/show",
            "show is at most 200 pointers to what can be chosen.");
      }
    }
    return chosen;
  }

  private static boolean isUsable(@Nullable List<@Nullable String> show) {
    return show == null
        || (show.size() <= MOST_POINTERS && show.stream().noneMatch(Objects::isNull));
  }

  private static Optional<String> text(String field, @Nullable String raw, Violations wrong) {
    if (raw == null) {
      return Optional.empty();
    }
    Optional<String> text = PublicText.of(raw, LONGEST_TEXT);
    if (text.isEmpty()) {
      wrong.add("invalid-value", field, field.substring(1) + " is text of 1 to 200 characters.");
    }
    return text;
  }

  private static ProblemException problem(Violations wrong) {
    Map<String, Object> first = wrong.errors().getFirst();
    return new ProblemException(
        Problems.invalidValue(
                String.valueOf(first.get("field")), String.valueOf(first.get("detail")))
            .with("errors", wrong.errors()));
  }

  /** Not the PIN, nor the words. */
  @Override
  public String toString() {
    return "ShareRequest";
  }
}
