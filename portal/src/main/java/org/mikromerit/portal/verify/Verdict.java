package org.mikromerit.portal.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.page.Status;

/**
 * Whether to believe a credential, as verification-service says.
 *
 * @param credential what the document says; only if its signature holds
 * @param howChecked only if its signature holds
 */
public record Verdict(
    Conclusion conclusion,
    List<Finding> findings,
    @Nullable Credential credential,
    @Nullable List<Statement> howChecked,
    Instant checkedAt,
    Instant asOf) {

  /** What it comes to. Only the first two are a yes. */
  public enum Conclusion {
    VALID(Status.GOOD),
    VALID_WITH_WARNINGS(Status.WARNING),
    INVALID(Status.BAD),
    UNDECIDED(Status.UNKNOWN);

    private final Status status;

    Conclusion(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** What came of one check. */
  public enum Outcome {
    PASSED(Status.GOOD),
    WARNING(Status.WARNING),
    FAILED(Status.BAD),
    UNDECIDED(Status.UNKNOWN);

    private final Status status;

    Outcome(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** What it certifies of whoever holds it, apart from any grade. */
  public enum CertificationLevel {
    PARTICIPATION,
    OBJECTIVES,
    DEMONSTRATED
  }

  /** One check. */
  public record Finding(String check, Outcome outcome, String code, Map<String, String> text) {
    public String words(Language language) {
      return in(language, text, code);
    }
  }

  /**
   * How something was checked when it was awarded.
   *
   * @param stated false if there is nothing to tell of it
   * @param source ISSUER or REGISTER: whose word it is
   */
  public record Statement(
      String topic, boolean stated, @Nullable String source, Map<String, String> text) {
    public String words(Language language) {
      return in(language, text, topic);
    }
  }

  /** What the document says. */
  public record Credential(
      @Nullable String id,
      @Nullable String title,
      @Nullable Issuer issuer,
      @Nullable String holderName,
      @Nullable Instant issuedAt,
      @Nullable Instant awardedAt,
      @Nullable Instant validUntil,
      @Nullable String kind,
      @Nullable CertificationLevel certificationLevel,
      @Nullable String grade,
      @Nullable String description,
      @Nullable List<String> outcomes,
      @Nullable String criteria) {

    /** What the holder knows or can do; none where it is not shown. */
    public List<String> learned() {
      return outcomes == null ? List.of() : outcomes;
    }
  }

  /** Who issued it, by the register's name for them where there is one. */
  public record Issuer(@Nullable String did, @Nullable String name, boolean nameByTheRegister) {}

  /** The statements of how it was checked; none where the signature does not hold. */
  public List<Statement> statements() {
    return howChecked == null ? List.of() : howChecked;
  }

  private static String in(Language language, Map<String, String> text, String otherwise) {
    return Objects.requireNonNullElse(text.get(language.tag()), otherwise);
  }
}
