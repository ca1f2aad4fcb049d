package org.mikromerit.credential.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.document.Sha256;

/** What any version issued verifies for ever, and what it took back stays taken back. */
@Tag("R9")
@Tag("S7")
class GoldenCorpusTest {

  private static final Set<CheckName> ALWAYS_FOUND =
      EnumSet.of(
          CheckName.FORMAT,
          CheckName.PROOF,
          CheckName.ISSUER,
          CheckName.ISSUING_RIGHT,
          CheckName.ACCREDITATION,
          CheckName.STATUS,
          CheckName.TIME,
          CheckName.HOLDER_BINDING,
          CheckName.COMPLETENESS,
          CheckName.QUALITY_ASSURANCE);

  static Stream<Arguments> standing() {
    return documents().filter(each -> document(each).fault().isEmpty());
  }

  static Stream<Arguments> fallen() {
    return documents().filter(each -> document(each).fault().isPresent());
  }

  static Stream<Arguments> documents() {
    return GoldenCorpus.all().stream()
        .flatMap(
            corpus ->
                corpus.documents().stream()
                    .map(document -> Arguments.of(corpus.version(), document, corpus)));
  }

  private static GoldenCorpus.Document document(Arguments arguments) {
    return (GoldenCorpus.Document) arguments.get()[1];
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("standing")
  void whatWasIssuedStillVerifies(
      String version, GoldenCorpus.Document document, GoldenCorpus corpus) throws Exception {
    Verdict verdict = corpus.verification().verify(document.bytes(), corpus.verifiedAt());

    // A new warning about what was sound is as wrong as a no.
    assertThat(verdict.conclusion()).as("%s", verdict.findings()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.findings()).extracting(Finding::check).containsAll(ALWAYS_FOUND);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fallen")
  void whatNoLongerHeldStillDoesNot(
      String version, GoldenCorpus.Document document, GoldenCorpus corpus) throws Exception {
    Verdict verdict = corpus.verification().verify(document.bytes(), corpus.verifiedAt());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.findings())
        .extracting(finding -> finding.code().code())
        .contains(document.fault().orElseThrow());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("standing")
  void changedInOneLetterItDoesNotVerify(
      String version, GoldenCorpus.Document document, GoldenCorpus corpus) throws Exception {
    byte[] changed = Tampering.inTheSignedText(document.bytes());

    Verdict verdict = corpus.verification().verify(changed, corpus.verifiedAt());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("documents")
  void noFileWasTouched(String version, GoldenCorpus.Document document, GoldenCorpus corpus) {
    assertThat(Sha256.hex(document.bytes())).isEqualTo(document.sha256());
  }
}
