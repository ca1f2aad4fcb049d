package org.mikromerit.stacking.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("STK-1")
class RuleJsonTest {
  private static final String PART_1 = part(1);
  private static final String PART_2 = part(2);

  @Test
  void whatIsWrittenReadsTheSame() {
    Rule rule =
        new Rule.AllOf(
            List.of(
                new Rule.Part(new UUID(0, 1)),
                new Rule.NOf(
                    1, List.of(new Rule.Part(new UUID(0, 2)), new Rule.Part(new UUID(0, 3))))));

    var read = RuleJson.read(RuleJson.write(rule));

    assertThat(read).isEqualTo(new RuleJson.Understood(rule));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                              | rule-form           | ''
          5                                                 | rule-form           | ''
          {}                                                | rule-form           | ''
          {"anyOf":[PART]}                                  | unknown-field       | /anyOf
          {"allOf":[PART],"part":{"definition":"x"}}        | rule-form           | ''
          {"allOf":[]}                                      | group-empty         | /allOf
          {"allOf":{"0":PART}}                              | rule-form           | /allOf
          {"allOf":[PART,{"nOf":{"n":1,"of":[]}}]}          | group-empty         | /allOf/1/nOf/of
          {"nOf":{"n":0,"of":[PART]}}                       | n-out-of-range      | /nOf/n
          {"nOf":{"n":-1,"of":[PART]}}                      | n-out-of-range      | /nOf/n
          {"nOf":{"n":2,"of":[PART]}}                       | n-out-of-range      | /nOf/n
          {"nOf":{"n":1.5,"of":[PART]}}                     | n-out-of-range      | /nOf/n
          {"nOf":{"n":"1","of":[PART]}}                     | n-out-of-range      | /nOf/n
          {"nOf":{"n":99999999999,"of":[PART]}}             | n-out-of-range      | /nOf/n
          {"nOf":{"of":[PART]}}                             | n-out-of-range      | /nOf/n
          {"nOf":{"n":1}}                                   | rule-form           | /nOf/of
          {"nOf":{"n":1,"of":[PART],"m/n":1}}               | unknown-field       | /nOf/m~1n
          {"part":{"definition":"x"}}                       | definition-id       | /part/definition
          {"part":{"definition":"1-1-1-1-1"}}               | definition-id       | /part/definition
          {"part":{"definition":7}}                         | definition-id       | /part/definition
          {"part":{}}                                       | definition-id       | /part/definition
          {"part":"x"}                                      | rule-form           | /part
          {"part":{"definition":"x","credits":5}}           | unknown-field       | /part/credits
          {"allOf":[PART,PART]}                             | definition-repeated | /allOf/1/part/definition
          """)
  void whatIsNoRuleIsToldWithItsPlace(String json, String code, String pointer) {
    var reading = read(json.replace("PART", PART_1));

    assertThat(faults(reading)).first().isEqualTo(code + " " + pointer);
  }

  @Test
  void everythingThatIsWrongIsToldAtOnce() {
    var reading = read("{\"allOf\":[{\"allOf\":[]},{\"part\":{}},{\"nOf\":{\"n\":0,\"of\":[]}}]}");

    assertThat(faults(reading))
        .containsExactly(
            "group-empty /allOf/0/allOf",
            "definition-id /allOf/1/part/definition",
            "n-out-of-range /allOf/2/nOf/n",
            "group-empty /allOf/2/nOf/of");
  }

  @Test
  void fiveLevelsAreAllowedAndSixAreNot() {
    var five = read(nested(4));
    var six = read(nested(5));

    assertThat(five).isInstanceOf(RuleJson.Understood.class);
    assertThat(faults(six))
        .containsExactly("rule-too-deep /allOf/0/allOf/0/allOf/0/allOf/0/allOf/0");
  }

  @Test
  void aHundredNodesAreAllowedAndOneMoreIsNot() {
    var hundred = read(wide(99));
    var more = read(wide(100));
    var manyMore = read(wide(5_000));

    assertThat(hundred).isInstanceOf(RuleJson.Understood.class);
    assertThat(faults(more)).containsExactly("rule-too-large /allOf/99");
    assertThat(faults(manyMore)).containsExactly("rule-too-large /allOf/99");
  }

  @Test
  void aRuleThatBreaksItsBoundsCannotBeMade() {
    Rule part = new Rule.Part(new UUID(0, 1));
    Rule other = new Rule.Part(new UUID(0, 2));
    Rule deep = new Rule.AllOf(List.of(new Rule.AllOf(List.of(new Rule.AllOf(List.of(part))))));
    List<Rule> hundred =
        IntStream.range(0, 100).<Rule>mapToObj(i -> new Rule.Part(new UUID(1, i))).toList();

    assertThatIllegalArgumentException().isThrownBy(() -> new Rule.AllOf(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule.NOf(0, List.of(part)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule.NOf(3, List.of(part, other)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule.AllOf(List.of(part, part)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule.AllOf(hundred));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule.AllOf(List.of(new Rule.AllOf(List.of(deep)))));
  }

  private static String nested(int groups) {
    return "{\"allOf\":[".repeat(groups) + PART_2 + "]}".repeat(groups);
  }

  private static String wide(int parts) {
    return IntStream.range(0, parts)
        .mapToObj(RuleJsonTest::part)
        .collect(Collectors.joining(",", "{\"allOf\":[", "]}"));
  }

  private static String part(int number) {
    return "{\"part\":{\"definition\":\"" + new UUID(0, number) + "\"}}";
  }

  private static RuleJson.Reading read(String json) {
    try {
      return RuleJson.read(new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  private static List<String> faults(RuleJson.Reading reading) {
    return switch (reading) {
      case RuleJson.Understood _ -> List.of();
      case RuleJson.Faulty(var faults) ->
          faults.stream().map(fault -> fault.code() + " " + fault.pointer()).toList();
    };
  }
}
