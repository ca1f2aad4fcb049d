package org.mikromerit.credential.jsonld;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.NotCovered.Code;
import org.mikromerit.credential.jsonld.Outline.Own;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Samples;

/** A template says what the general path says, byte for byte, or leaves it to the general path. */
@Tag("S3")
class TemplatesTest {

  private static final TemplateRules RULES = new TemplateRules(100, 10_000_000, 1_000_000);

  private final StrictJsonLd jsonLd = StrictJsonLd.standard();
  private final Watched watched = new Watched();
  private final IssuingTemplates templates = new IssuingTemplates(jsonLd, RULES, watched);

  /** Counts. */
  private static final class Watched implements TemplateWatch {

    private int byTemplate;
    private int generally;
    private final List<String> differed = new ArrayList<>();
    private final List<RuntimeException> failed = new ArrayList<>();

    @Override
    public void covered(boolean template) {
      if (template) {
        byTemplate++;
      } else {
        generally++;
      }
    }

    @Override
    public void differed(String outline) {
      differed.add(outline);
    }

    @Override
    public void failed(RuntimeException reason) {
      failed.add(reason);
    }
  }

  @Test
  void whatComesOnceNeedsNoTemplateAndWhatComesOftenHasOne() throws Exception {
    for (int i = 0; i < 4; i++) {
      assertSame(Samples.unsigned());
    }

    assertThat(watched.generally).isEqualTo(2);
    assertThat(watched.byTemplate).isEqualTo(2);
    assertThat(watched.differed).isEmpty();
  }

  @Test
  void everyDocumentThatWeComposeHasATemplate() throws Exception {
    for (JsonObject document : composed()) {
      Watched own = new Watched();
      var fresh = new IssuingTemplates(jsonLd, RULES, own);
      for (int i = 0; i < 3; i++) {
        assertSame(fresh, document);
      }

      assertThat(own.byTemplate).as(document.toString()).isEqualTo(1);
    }
  }

  @Test
  void everyTextIsWrittenAsTheGeneralPathWritesIt() throws Exception {
    JsonObject document = Samples.unsignedAward();
    learn(document);
    Random random = new Random(20261122);
    int before = watched.byTemplate;

    List<String> texts = hostileTexts();
    for (String text : texts) {
      assertSame(document(document, text, random));
    }

    assertThat(watched.byTemplate - before).isEqualTo(texts.size());
  }

  @RepeatedTest(6)
  void inEveryShapeEveryTextIsWrittenAsTheGeneralPathWritesIt(RepetitionInfo repetition)
      throws Exception {
    Random random = new Random(repetition.getCurrentRepetition());
    List<String> texts = hostileTexts();
    for (int i = 0; i < 25; i++) {
      List<JsonObject> composed = composed();
      JsonObject shape = thinned(composed.get(random.nextInt(composed.size())), random);
      if (!isCovered(shape)) {
        assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(shape));
        assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(shape));
        continue;
      }
      learn(shape);
      for (int j = 0; j < 3; j++) {
        assertSame(document(shape, texts.get(random.nextInt(texts.size())), random));
      }
    }

    assertThat(watched.byTemplate).isGreaterThan(30);
    assertThat(watched.differed).isEmpty();
    assertThat(watched.failed).isEmpty();
  }

  @Test
  void valuesThatWouldPassForAGapOrANameAreTextsLikeOthers() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    for (String text :
        List.of("_:c14n0", "_:a", "_:z", "marker 0123456789abcdef", "t", "12:", "\" .\n")) {
      assertSame(document(document, text, new Random(1)));
    }
  }

  @Test
  void aTieBetweenBlankNodesGoesTheGeneralPath() throws Exception {
    JsonObject document = withStatements("first", "second");
    learn(document);

    CoveredDocument tied = templates.cover(withStatements("same", "same"));

    assertThat(tied.quads("SHA-256"))
        .isEqualTo(jsonLd.cover(withStatements("same", "same")).quads("SHA-256"))
        .contains("\"same\"");
  }

  @Test
  void aShapeWithTiesOfItsOwnHasNoTemplate() throws Exception {
    JsonObject tied =
        JsonTree.object(Samples.unsigned())
            .add(
                "evidence",
                JsonTree.array()
                    .add(JsonTree.object().add("type", "Evidence").add("genre", "x"))
                    .add(JsonTree.object().add("type", "Evidence").add("genre", "x")))
            .build();
    for (int i = 0; i < 4; i++) {
      assertSame(tied);
    }

    assertThat(watched.byTemplate).isZero();
  }

  @Test
  void anotherHashGoesTheGeneralPath() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);

    assertThat(templates.cover(document).quads("SHA-384"))
        .isEqualTo(jsonLd.cover(document).quads("SHA-384"))
        .isNotEqualTo(jsonLd.cover(document).quads("SHA-256"));
  }

  @Test
  void anIdThatIsDescribedTwiceIsRefusedAlsoWhereATemplateFits() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    List<Own> own = Outline.of(document).orElseThrow().own();
    String id = document.getString("id");
    List<String> values = own.stream().map(each -> each.id() ? id : each.value()).toList();
    JsonObject twice = Outline.with(document, values);

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> templates.cover(twice))
        .satisfies(e -> assertThat(e.code()).isEqualTo(Code.MEMBER_NOT_COVERED));
  }

  @Test
  void anIdThatTheDefinitionHasTooIsRefusedAlsoWhereATemplateFits() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    String definition =
        document.getJsonObject("credentialSubject").getJsonObject("achievement").getString("id");
    JsonObject twice = JsonTree.object(document).add("id", definition).build();

    assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(twice));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "relative",
        "",
        "_:b0",
        "urn:x y",
        "urn:uuid:<x>",
        "VerifiableCredential",
        "@type",
        "did:web:a b"
      })
  void anIdThatIsNoSoundIriIsRefusedAlsoWhereATemplateFits(String id) throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    JsonObject unsound = JsonTree.object(document).add("id", id).build();

    assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(unsound));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a/../b",
        "https://example.org/./a",
        "https://exämple.org/å",
        "https://example.org/{x}",
        "schema:x",
        "urn:isbn:1",
        "ext:ESCO",
        "HTTPS://EXAMPLE.ORG/",
        "did:web:example.org;x",
        "https://example.org?a=1&b=(2)",
        "https://example.org",
        "urn:uuid:0190B000-0000-7000-8000-00000000000A"
      })
  void anIriIsTakenAsTheGeneralPathTakesIt(String id) throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    JsonObject other = JsonTree.object(document).add("id", id).build();
    if (isCovered(other)) {
      assertSame(other);
      assertSame(other);
      assertSame(other);
    } else {
      assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(other));
    }
  }

  @Test
  void aValueOfAnotherKindIsNotTakenForTheTextThatItReplaces() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    for (JsonValue value :
        List.of(JsonTree.number(5), JsonValue.TRUE, JsonTree.array().add("a").add("b").build())) {
      JsonObject other = JsonTree.object(document).add("awardedDate", value).build();
      assertSame(other);
    }
    assertThat(watched.byTemplate).isZero();
  }

  @Test
  void aMemberMoreIsRefusedAlsoBesideATemplate() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    JsonObject more = JsonTree.object(document).add("honours", "x").build();

    assertThatExceptionOfType(NotCovered.class).isThrownBy(() -> templates.cover(more));
  }

  @Test
  void halfOfASurrogatePairIsLeftToTheGeneralPath() throws Exception {
    JsonObject document = Samples.unsigned();
    learn(document);
    JsonObject broken = JsonTree.object(document).add("awardedDate", "x\ud83e").build();

    assertThat(Outline.of(broken)).isEmpty();
    assertThat(templates.cover(broken).quads("SHA-256"))
        .isEqualTo(jsonLd.cover(broken).quads("SHA-256"));
  }

  @Test
  void noTwoDocumentsThatSayDifferentThingsHaveOneOutline() {
    JsonObject one = JsonTree.object().add("ab", "c").add("d", "e").build();
    JsonObject other = JsonTree.object().add("a", "bc1:ds1:e").build();

    assertThat(common(one)).isNotEqualTo(common(other));
    assertThat(common(JsonTree.object().add("a", "1").build()))
        .isNotEqualTo(common(JsonTree.object().add("a", 1).build()));
    assertThat(common(JsonTree.object().add("a", JsonTree.array().add("b").add("c")).build()))
        .isNotEqualTo(
            common(
                JsonTree.object()
                    .add("a", JsonTree.array().add(JsonTree.object().add("b", "c")))
                    .build()));
    assertThat(common(JsonTree.object().add("a", true).build()))
        .isNotEqualTo(common(JsonTree.object().add("a", false).build()));
  }

  @Test
  void aTemplateThatDiffersIsFoundOutAndTheDocumentIsNotSigned() throws Exception {
    IssuingTemplates wrong = new IssuingTemplates(jsonLd, wrong(RULES));
    JsonObject document = Samples.unsigned();
    var _ = wrong.cover(document);
    var _ = wrong.cover(document);

    assertThatIllegalStateException().isThrownBy(() -> wrong.cover(document));

    assertThat(watched.differed).hasSize(1);
    assertThat(watched.differed.getFirst()).matches("[0-9a-f]{64}");
    for (int i = 0; i < 4; i++) {
      assertSame(wrong, document);
    }
    assertThat(watched.byTemplate).isEqualTo(1);
  }

  @Test
  void whereATemplateCannotBeMadeTheDocumentIsCoveredWithoutOne() throws Exception {
    var fault = new IllegalArgumentException("a fault of ours");
    var broken =
        new IssuingTemplates(
            jsonLd,
            new Templates(
                jsonLd,
                (_, _) -> {
                  throw fault;
                },
                RULES,
                watched));
    for (int i = 0; i < 4; i++) {
      assertSame(broken, Samples.unsigned());
    }

    assertThat(watched.failed).containsExactly(fault);
  }

  @Test
  void whenVerifyingTheGeneralPathsWordCountsWhereATemplateDiffers() throws Exception {
    VerifyingTemplates wrong = new VerifyingTemplates(jsonLd, wrong(RULES));
    JsonObject document = Samples.unsigned();
    wrong.learn(document);
    wrong.learn(document);

    assertSame(wrong, document);

    assertThat(watched.differed).hasSize(1);
    assertThat(watched.byTemplate).isEqualTo(1);
    wrong.learn(document);
    wrong.learn(document);
    assertSame(wrong, document);
    assertThat(watched.byTemplate).isEqualTo(1);
  }

  @Test
  void ofTheFirstMoreAreComparedThanOfThoseAfterThem() {
    JsonObject document = Samples.unsigned();
    Template template =
        new TemplateCompiler(jsonLd, new Random(1))
            .compile(document, outline(document))
            .orElseThrow();

    assertThat(IntStream.range(0, 19).filter(_ -> template.isDue(6)))
        .containsExactly(0, 1, 2, 4, 6, 12, 18);
  }

  @Test
  void nothingIsLearnedFromWhatIsMerelyPosted() throws Exception {
    var verifying = new VerifyingTemplates(jsonLd, RULES, watched);
    for (int i = 0; i < 4; i++) {
      assertSame(verifying, Samples.unsigned());
    }

    assertThat(watched.byTemplate).isZero();
  }

  @Test
  void templatesAreBoundedInNumber() throws Exception {
    var few = new IssuingTemplates(jsonLd, new TemplateRules(2, 10_000_000, 1), watched);
    JsonObject first = Samples.unsigned();
    learn(few, first);
    for (int i = 0; i < 3; i++) {
      learn(few, JsonTree.object(first).add("description", "kind " + i).build());
    }
    int before = watched.byTemplate;

    assertSame(few, first);

    assertThat(watched.byTemplate).isEqualTo(before);
  }

  @Test
  void templatesAreBoundedInCharacters() throws Exception {
    var small = new IssuingTemplates(jsonLd, new TemplateRules(100, 10_000, 1), watched);
    for (int i = 0; i < 4; i++) {
      assertSame(small, Samples.unsigned());
    }

    assertThat(watched.byTemplate).isZero();
  }

  @Test
  void aDocumentTooLongForATemplateIsCoveredAllTheSame() throws Exception {
    JsonObject large =
        JsonTree.object(Samples.unsigned()).add("description", "x".repeat(70_000)).build();
    for (int i = 0; i < 3; i++) {
      assertSame(large);
    }

    assertThat(watched.byTemplate).isZero();
  }

  /** A template that was made for other documents than it is used for. */
  private Templates wrong(TemplateRules rules) {
    var compiler = new TemplateCompiler(jsonLd, new Random(1));
    return new Templates(
        jsonLd,
        (document, _) -> compiler.compile(other(document), outline(other(document))),
        rules,
        watched);
  }

  private static JsonObject other(JsonObject document) {
    return JsonTree.object(document).add("name", "something else").build();
  }

  private static Outline outline(JsonObject document) {
    return Outline.of(document).orElseThrow();
  }

  private JsonObject withStatements(String... statements) {
    JsonArrayBuilder evidence = JsonTree.array();
    for (String statement : statements) {
      evidence.add(JsonTree.object().add("type", "Evidence").add("narrative", statement));
    }
    return JsonTree.object(Samples.unsigned()).add("evidence", evidence).build();
  }

  private static List<JsonObject> composed() {
    return List.of(
        Samples.unsigned(),
        Samples.unsignedAward(),
        Samples.unsignedUnderRight(),
        JsonTree.object(Samples.unsigned()).add("validUntil", "2030-01-01T00:00:00Z").build(),
        Samples.unsignedList(7),
        options());
  }

  private static JsonObject options() {
    return JsonTree.object()
        .add("type", "DataIntegrityProof")
        .add("cryptosuite", "eddsa-rdfc-2022")
        .add("created", "2026-03-02T09:30:15Z")
        .add("verificationMethod", Samples.METHOD.url())
        .add("proofPurpose", "assertionMethod")
        .add("@context", Samples.unsigned().get("@context"))
        .build();
  }

  private static List<String> hostileTexts() {
    List<String> texts = new ArrayList<>(HostileTexts.all());
    texts.add("x".repeat(20_000) + "🧼\"\\\n");
    for (String text : HostileTexts.all().subList(0, 6)) {
      texts.add(Normalizer.normalize(text, Normalizer.Form.NFD));
      texts.add(Normalizer.normalize(text, Normalizer.Form.NFC));
    }
    texts.add("");
    return texts;
  }

  /** The same with the text in one of its places, and with other names. */
  private static JsonObject document(JsonObject shape, String text, Random random) {
    List<Own> own = outline(shape).own();
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      if (!own.get(i).iri()) {
        shown.add(i);
      }
    }
    int chosen = shown.isEmpty() ? -1 : shown.get(random.nextInt(shown.size()));
    List<String> values = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      values.add(i == chosen ? text : another(own.get(i), random));
    }
    return Outline.with(shape, values);
  }

  private static String another(Own own, Random random) {
    if (!own.iri()) {
      return own.value() + (random.nextBoolean() ? "" : " " + random.nextInt(20));
    }
    String scheme = Iris.plainScheme(own.value()).orElseThrow();
    return switch (scheme) {
      case "urn:uuid:" -> scheme + new UUID(random.nextLong(), random.nextLong());
      case "did:" -> scheme + "key:z6Mk" + random.nextInt(100_000) + "#z6Mk";
      default -> own.value() + random.nextInt(100_000);
    };
  }

  /** The same without some of its members, at any depth. */
  private static JsonObject thinned(JsonObject object, Random random) {
    JsonObjectBuilder thinned = JsonTree.object();
    object.forEach(
        (name, value) -> {
          boolean stays = name.equals("@context") || name.equals("type") || name.equals("id");
          if (stays || random.nextInt(25) > 0) {
            thinned.add(name, thinned(value, random));
          }
        });
    return thinned.build();
  }

  private static JsonValue thinned(JsonValue value, Random random) {
    return switch (value) {
      case JsonObject object -> thinned(object, random);
      case JsonArray array -> {
        JsonArrayBuilder thinned = JsonTree.array();
        array.forEach(element -> thinned.add(thinned(element, random)));
        yield thinned.build();
      }
      case JsonString text when random.nextInt(30) == 0 -> JsonTree.array().add(text).build();
      default -> value;
    };
  }

  private boolean isCovered(JsonObject document) {
    try {
      var _ = jsonLd.cover(document).quads("SHA-256");
      return true;
    } catch (NotCovered _) {
      return false;
    }
  }

  private void learn(JsonObject document) throws NotCovered {
    learn(templates, document);
  }

  private static void learn(Coverage templates, JsonObject document) throws NotCovered {
    var _ = templates.cover(document);
    var _ = templates.cover(document);
  }

  private void assertSame(JsonObject document) throws NotCovered {
    assertSame(templates, document);
  }

  private void assertSame(Coverage templates, JsonObject document) throws NotCovered {
    CoveredDocument covered = templates.cover(document);
    assertThat(covered.json()).isSameAs(document);
    assertThat(covered.quads("SHA-256")).isEqualTo(jsonLd.cover(document).quads("SHA-256"));
  }

  private static Optional<String> common(JsonObject document) {
    return Outline.of(document).map(Outline::common);
  }
}
