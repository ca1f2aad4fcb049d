package org.mikromerit.portal.share;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.share.Sharing.Choices;
import org.mikromerit.portal.share.Sharing.Order;
import org.mikromerit.portal.share.Sharing.Part;

/**
 * What a learner has filled in so far.
 *
 * @param days how long the link is open
 * @param trouble what cannot be used, if anything
 */
public record ShareForm(
    List<Chosen> credentials,
    int days,
    String pin,
    String mostViews,
    String recipient,
    String purpose,
    @Nullable Trouble trouble) {

  /** How long links can be open, in days. */
  static final List<Integer> DAYS = List.of(1, 7, 30, 90, 365);

  private static final int USUAL_DAYS = 30;

  /** What of a form cannot be used, each with its words. */
  public enum Trouble {
    PIN,
    VIEWS,
    WORDS,
    MANY,
    AWAY,
    OTHER
  }

  /**
   * A credential with its parts.
   *
   * @param inParts false where it is shown whole or not at all, and nobody chose parts of it before
   */
  public record Chosen(UUID id, String title, boolean inParts, List<Choice> choices) {

    /** Whether it is not theirs to choose that the name is shown. */
    public boolean alwaysNamed() {
      return inParts && choices.stream().noneMatch(choice -> choice.facet() == Facet.NAME);
    }
  }

  /** A part, and whether it is shown. */
  public record Choice(Facet facet, boolean shown, List<String> pointers) {}

  public List<Integer> allDays() {
    return DAYS;
  }

  /** With what is usual. */
  static ShareForm fresh(List<Choices> credentials) {
    return new ShareForm(
        credentials.stream().map(each -> chosen(each, null, false)).toList(),
        USUAL_DAYS,
        "",
        "",
        "",
        "",
        null);
  }

  /** As it was sent. */
  static ShareForm of(List<Choices> credentials, MultivaluedMap<String, String> sent) {
    Set<String> shown = new LinkedHashSet<>(sent.getOrDefault("show", List.of()));
    return new ShareForm(
        credentials.stream().map(each -> chosen(each, shown, wasInParts(each, sent))).toList(),
        days(text(sent, "days")),
        text(sent, "pin"),
        text(sent, "mostViews"),
        text(sent, "recipient"),
        text(sent, "purpose"),
        null);
  }

  ShareForm with(Trouble found) {
    return new ShareForm(credentials, days, pin, mostViews, recipient, purpose, found);
  }

  /**
   * The order.
   *
   * @throws NumberFormatException if a number is none
   */
  Order order(Instant now) {
    return new Order(
        credentials.stream().map(ShareForm::part).toList(),
        now.plus(Duration.ofDays(days)),
        pin.isBlank() ? null : pin.strip(),
        mostViews.isBlank() ? null : Integer.valueOf(mostViews.strip()),
        recipient.isBlank() ? null : recipient,
        purpose.isBlank() ? null : purpose);
  }

  /** How a part of a credential is named in the form. */
  public static String name(UUID credential, Facet facet) {
    return credential + " " + facet;
  }

  private static Part part(Chosen chosen) {
    if (!chosen.inParts()) {
      return new Part(chosen.id(), null);
    }
    return new Part(
        chosen.id(),
        chosen.choices().stream()
            .filter(Choice::shown)
            .flatMap(choice -> choice.pointers().stream())
            .toList());
  }

  /** Whether its parts were chosen from: then it is never shown whole, whatever it is by now. */
  private static boolean wasInParts(Choices choices, MultivaluedMap<String, String> sent) {
    return sent.getOrDefault("parts", List.of()).contains(choices.id().toString());
  }

  private static Chosen chosen(Choices choices, @Nullable Set<String> shown, boolean wasInParts) {
    List<Choice> parts = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      List<String> pointers =
          choices.choices().stream().filter(pointer -> Facet.of(pointer) == facet).toList();
      if (!pointers.isEmpty()) {
        boolean isShown =
            shown == null ? facet.isUsual() : shown.contains(name(choices.id(), facet));
        parts.add(new Choice(facet, isShown, pointers));
      }
    }
    return new Chosen(
        choices.id(), choices.title(), choices.inParts() || wasInParts, List.copyOf(parts));
  }

  private static int days(String text) {
    return DAYS.stream()
        .filter(each -> each.toString().equals(text))
        .findFirst()
        .orElse(USUAL_DAYS);
  }

  private static String text(MultivaluedMap<String, String> sent, String name) {
    String text = sent.getFirst(name);
    return text == null ? "" : text;
  }

  /** Not the PIN, nor the words. */
  @Override
  public String toString() {
    return "ShareForm";
  }
}
