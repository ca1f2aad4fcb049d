package org.mikromerit.kit.pseudonym;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier.Member;

/**
 * An identifier by which institutions and sign-ins know a person, in its one normal form: two
 * spellings of one identifier are equal. Personal data: it is hashed where it arrives and kept
 * nowhere.
 */
public record PersonIdentifier(Kind kind, String normalised) {
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,189}");
  private static final Pattern NATIONAL_NUMBER = Pattern.compile("[0-9]{12}");
  private static final int LONGEST = 254;

  /** The kinds of identifier, named as the API names them. */
  public enum Kind {
    EMAIL("email"),
    NATIONAL_NUMBER("national-number"),
    INSTITUTION_ID("institution-id");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** The identifier cannot be one of its kind; the reason never repeats it. */
  public static final class InvalidIdentifier extends Exception {
    private static final long serialVersionUID = 1L;

    /** The member of an identifier that it is about. */
    public enum Member {
      TYPE,
      VALUE;

      /** As the API names it. */
      public String label() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    private final Member member;

    InvalidIdentifier(Member member, String reason) {
      super(reason);
      this.member = member;
    }

    public Member member() {
      return member;
    }
  }

  /**
   * Reads an identifier into its normal form.
   *
   * @param type a kind's label
   * @param value as a person wrote it, at most 254 characters
   * @throws InvalidIdentifier with a reason that can be shown
   */
  public static PersonIdentifier parse(String type, String value) throws InvalidIdentifier {
    if (value.length() > LONGEST) {
      throw new InvalidIdentifier(
          Member.VALUE, "An identifier has at most " + LONGEST + " characters.");
    }
    String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
    for (Kind kind : Kind.values()) {
      if (kind.label.equals(type)) {
        return new PersonIdentifier(kind, normalise(kind, text));
      }
    }
    throw new InvalidIdentifier(
        Member.TYPE, "Use one of the types email, national-number, institution-id.");
  }

  private static String normalise(Kind kind, String text) throws InvalidIdentifier {
    return switch (kind) {
      case EMAIL -> email(text);
      case NATIONAL_NUMBER -> nationalNumber(text);
      case INSTITUTION_ID -> institutionId(text);
    };
  }

  private static String email(String text) throws InvalidIdentifier {
    if (!EMAIL.matcher(text).matches()) {
      throw new InvalidIdentifier(Member.VALUE, "An e-mail address has the form name@host.");
    }
    return text.toLowerCase(Locale.ROOT);
  }

  private static String nationalNumber(String text) throws InvalidIdentifier {
    String digits = text.replace("-", "").replace(" ", "");
    if (!NATIONAL_NUMBER.matcher(digits).matches() || !luhn(digits.substring(2))) {
      throw new InvalidIdentifier(
          Member.VALUE,
          "A national number has twelve digits (yyyymmddnnnn) and a check digit that fits.");
    }
    return digits;
  }

  private static String institutionId(String text) throws InvalidIdentifier {
    if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidIdentifier(
          Member.VALUE, "An institution's identifier is not empty and has no control characters.");
    }
    return text;
  }

  private static boolean luhn(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit / 10 + digit % 10;
    }
    return sum % 10 == 0;
  }

  /** Says the kind alone, so that no log line can carry the person. */
  @Override
  public String toString() {
    return kind.label;
  }
}
