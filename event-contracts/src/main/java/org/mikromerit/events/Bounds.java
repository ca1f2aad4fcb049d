package org.mikromerit.events;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a value in an event may look like. The records' constructors use it, so that neither a
 * producer nor a consumer can hold a value that the schema forbids. What is thrown names the field
 * and the rule, never the value, because it ends up in logs and in the table of parked events.
 */
public final class Bounds {

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  // Too long for a national number, and no "@" for an e-mail address.
  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:~-]{19,127}");
  private static final Pattern DID = Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,500}");
  private static final Pattern DID_URL =
      Pattern.compile("did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,500}#[A-Za-z0-9._~-]{1,200}");
  private static final Pattern MULTIBASE = Pattern.compile("z[1-9A-HJ-NP-Za-km-z]{40,200}");
  private static final Pattern WEB_URI = Pattern.compile("https?://[\\x21-\\x7E]{1,500}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+_-]{0,39}");
  private static final Pattern VISIBLE_ASCII = Pattern.compile("[\\x21-\\x7E]{1,200}");

  private static final boolean[] BASE64_URL = new boolean[128];

  static {
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        .chars()
        .forEach(each -> BASE64_URL[each] = true);
  }

  // Leaves room in a record of the broker's 1 MiB for the other fields.
  private static final int LARGEST_DOCUMENT = 900_000;

  private Bounds() {}

  /** A value broke its rule. The message is safe to show and to keep. */
  public static final class Broken extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    Broken(String field, String rule) {
      super(field + " " + rule);
    }
  }

  /** Fails unless the values, given as name, value, name, value …, are all there. */
  public static void present(@Nullable Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i + 1] == null) {
        throw new Broken(String.valueOf(namesAndValues[i]), "is missing");
      }
    }
  }

  /** Text for people, of 1 to {@code maximum} characters, without control characters. */
  public static void text(String field, @Nullable String value, int maximum) {
    present(field, value);
    if (value == null || value.isBlank() || value.length() > maximum) {
      throw new Broken(field, "is not 1 to " + maximum + " characters");
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      throw new Broken(field, "has control characters");
    }
    wholeCharacters(field, value);
  }

  /** UTF-8 and PostgreSQL have no place for a lone surrogate. */
  public static void wholeCharacters(String field, String value) {
    holds(
        value.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF),
        field,
        "has half a character");
  }

  /** ISO 3166-1 alpha-2. */
  public static void country(String field, @Nullable String value) {
    matches(field, value, COUNTRY, "is not two capital letters");
  }

  /** 20 to 128 letters, digits and {@code . _ : ~ -}. */
  public static void pseudonym(String field, @Nullable String value) {
    matches(field, value, PSEUDONYM, "is not a pseudonym");
  }

  public static void sha256(String field, @Nullable String value) {
    matches(field, value, SHA_256, "is not 64 lower-case hexadecimal digits");
  }

  public static void did(String field, @Nullable String value) {
    matches(field, value, DID, "is not a did");
  }

  public static void didUrl(String field, @Nullable String value) {
    matches(field, value, DID_URL, "is not a did with a fragment");
  }

  /** Base58btc with its prefix. */
  public static void multibase(String field, @Nullable String value) {
    matches(field, value, MULTIBASE, "is not base58btc multibase");
  }

  public static void webUri(String field, @Nullable String value) {
    matches(field, value, WEB_URI, "is not an http or https URI");
  }

  /** A short code: 1 to 40 letters, digits and {@code . + _ -}. */
  public static void token(String field, @Nullable String value) {
    matches(field, value, TOKEN, "is not a short code");
  }

  /** 1 to 200 characters that a header can carry. */
  public static void headerValue(String field, @Nullable String value) {
    matches(field, value, VISIBLE_ASCII, "is not 1 to 200 visible ASCII characters");
  }

  /** Compact JWE (RFC 7516) with direct encryption, of at most 900,000 characters. */
  public static void encrypted(String field, @Nullable String value) {
    List<String> parts = parts(field, value);
    holds(
        parts.size() == 5
            && parts.get(1).isEmpty()
            && isBase64Url(parts.get(0))
            && parts.subList(2, 5).stream().allMatch(Bounds::isBase64Url),
        field,
        "is not a compact JWE with direct encryption");
  }

  /** Compact JWS (RFC 7515), of at most 900,000 characters. */
  public static void signed(String field, @Nullable String value) {
    List<String> parts = parts(field, value);
    holds(
        parts.size() == 3 && parts.stream().allMatch(Bounds::isBase64Url),
        field,
        "is not a compact JWS");
  }

  private static List<String> parts(String field, @Nullable String value) {
    present(field, value);
    if (value == null || value.length() > LARGEST_DOCUMENT) {
      throw new Broken(field, "is more than " + LARGEST_DOCUMENT + " characters");
    }
    return List.of(value.split("\\.", 6));
  }

  /** Without a pattern, which takes ten times as long over what is this large. */
  private static boolean isBase64Url(String part) {
    for (int i = 0; i < part.length(); i++) {
      char each = part.charAt(i);
      if (each >= BASE64_URL.length || !BASE64_URL[each]) {
        return false;
      }
    }
    return !part.isEmpty();
  }

  public static void atLeast(long minimum, String field, long value) {
    if (value < minimum) {
      throw new Broken(field, "is less than " + minimum);
    }
  }

  /** Greater than zero, less than a million, at most two decimals. */
  public static void amount(String field, @Nullable BigDecimal value) {
    present(field, value);
    if (value == null
        || value.signum() <= 0
        || value.scale() > 2
        || value.precision() - value.scale() > 6) {
      throw new Broken(field, "is not more than 0, less than 1000000, with at most two decimals");
    }
  }

  public static void notBefore(String field, Instant value, Instant earliest) {
    if (value.isBefore(earliest)) {
      throw new Broken(field, "is too early");
    }
  }

  /** A copy that nobody can change, of {@code minimum} to 1000 elements. */
  public static <T> List<T> list(String field, @Nullable List<T> value, int minimum) {
    present(field, value);
    if (value == null
        || value.size() < minimum
        || value.size() > 1000
        || value.stream().anyMatch(each -> each == null)) {
      throw new Broken(field, "is not " + minimum + " to 1000 elements");
    }
    return List.copyOf(value);
  }

  /** Fails with the rule unless it holds. */
  public static void holds(boolean condition, String field, String rule) {
    if (!condition) {
      throw new Broken(field, rule);
    }
  }

  private static void matches(
      String field, @Nullable String value, Pattern pattern, String otherwise) {
    present(field, value);
    if (value == null || !pattern.matcher(value).matches()) {
      throw new Broken(field, otherwise);
    }
  }
}
