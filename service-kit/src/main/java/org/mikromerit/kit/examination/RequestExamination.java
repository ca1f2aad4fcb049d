package org.mikromerit.kit.examination;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.audit.Audit;
import org.mikromerit.kit.identity.Ids;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** The operator asks this service to examine itself. */
@ApplicationScoped
class RequestExamination {
  static final String EXAMPLE = "{}";
  private static final Duration KEPT = Duration.ofDays(90);
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  private final List<Check> checks;
  private final Examinations examinations;
  private final Audit audit;
  private final Ids ids;
  private final InstantSource clock;

  RequestExamination(
      @All List<Check> checks,
      Examinations examinations,
      Audit audit,
      Ids ids,
      InstantSource clock) {
    this.checks = checks;
    this.examinations = examinations;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * What whoever asks remembers.
   *
   * @param known end of the chain that an earlier examination told in its note
   */
  record Request(@Nullable KnownLink known) {}

  /** As it is sent. */
  record KnownLink(@Nullable Long number, @Nullable String digest) {}

  @Transactional
  Examination request(@Nullable Request request) {
    Known known = request == null || request.known() == null ? null : read(request.known());
    UUID id = ids.next();
    examinations.forgetBefore(clock.instant().minus(KEPT));
    examinations.add(
        id, clock.instant(), known, checks.stream().map(Check::name).sorted().toList());
    audit.record("examination-requested", "examination", id, Map.of());
    return examinations.find(id).orElseThrow();
  }

  private static Known read(KnownLink link) {
    if (link.number() == null || link.number() < 1) {
      throw new ProblemException(
          Problems.invalidValue("/known/number", "number is a whole number from 1."));
    }
    if (link.digest() == null || !DIGEST.matcher(link.digest()).matches()) {
      throw new ProblemException(
          Problems.invalidValue("/known/digest", "digest is 64 hexadecimal digits in lower case."));
    }
    return new Known(link.number(), link.digest());
  }
}
