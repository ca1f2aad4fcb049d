package org.mikromerit.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.portal.Away;
import org.mikromerit.portal.institution.batch.BatchWords;
import org.mikromerit.portal.operations.OperationsWords;
import org.mikromerit.portal.pathway.PathwayWords;
import org.mikromerit.portal.register.RegisterWords;
import org.mikromerit.portal.share.ShareWords;

@QuarkusTest
@QuarkusTestResource(Away.class)
class CountsTest {

  static Stream<Arguments> languages() {
    return Stream.of(
        Arguments.of(
            "sv",
            List.of(
                "En gång",
                "2 gånger",
                "0 av en gång",
                "1 av 2 gånger",
                "Kan ses en gång till.",
                "Kan ses 2 gånger till.",
                "1 av en rad kan utfärdas. Inget är utfärdat än.",
                "1 av 2 rader utfärdades.",
                "0 av en rad utfärdades.",
                "En händelse",
                "2 händelser",
                "En timme",
                "1.5 timmar",
                "En till av dessa saknas:",
                "2 till av dessa saknas:")),
        Arguments.of(
            "en",
            List.of(
                "Once",
                "2 times",
                "0 of one time",
                "1 of 2 times",
                "Can be seen once more.",
                "Can be seen 2 more times.",
                "1 of one row can be issued. Nothing was issued yet.",
                "1 of 2 rows were issued.",
                "0 of one row was issued.",
                "One event",
                "2 events",
                "One hour",
                "1.5 hours",
                "One more of these is missing:",
                "2 more of these are missing:")));
  }

  @ParameterizedTest
  @Tag("INC-2")
  @MethodSource("languages")
  void oneIsToldAsOneAndMoreAsMore(String language, List<String> told) {
    Localized in = Localized.Literal.of(language);
    ShareWords share = MessageBundles.get(ShareWords.class, in);
    BatchWords batch = MessageBundles.get(BatchWords.class, in);
    OperationsWords operations = MessageBundles.get(OperationsWords.class, in);
    RegisterWords register = MessageBundles.get(RegisterWords.class, in);
    PathwayWords pathway = MessageBundles.get(PathwayWords.class, in);

    assertThat(
            List.of(
                share.times(1),
                share.times(2),
                share.timesOf(0, 1),
                share.timesOf(1, 2),
                share.viewsLeft(1),
                share.viewsLeft(2),
                batch.trialFinished(1, 1),
                batch.issueFinished(1, 2),
                batch.issueFinished(0, 1),
                operations.behindBy(1),
                operations.behindBy(2),
                register.hours("1"),
                register.hours("1.5"),
                pathway.more(1),
                pathway.more(2)))
        .isEqualTo(told);
  }
}
