package org.mikromerit.credential.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.document.MalformedJson.Code;

@Tag("S2")
class StrictJsonTest {

  @Test
  void textOfAllLanguagesIsReadAndWrittenAsItIs() throws Exception {
    byte[] bytes = utf8("{\"a\":\"åäö ® 🧼 \u2028\",\"b\":[true,false,null,1,-2.5,{}]}");

    assertThat(StrictJson.parse(StrictJson.write(StrictJson.parse(bytes))))
        .isEqualTo(StrictJson.parse(bytes));
    assertThat(StrictJson.parse(bytes).getString("a")).isEqualTo("åäö ® 🧼 \u2028");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{\"a\"}",
        "{\"a\":}",
        "{'a':1}",
        "{\"a\":1,}",
        "{\"a\":1}x",
        "{}{}",
        "{} []",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":tru}",
        "/* */{}",
        "{\"a\":\"\n\"}",
        "{\"a\":\"\\x\"}",
        "{\"a\":\"",
        "{\"a\":\u00a01}"
      })
  void whatIsNotJsonIsRefused(String text) {
    assertRefused(utf8(text), Code.NOT_JSON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"text\"", "1", "null", "true", "[{}]"})
  void onlyAnObjectIsADocument(String text) {
    assertRefused(utf8(text), Code.NOT_AN_OBJECT);
  }

  @Test
  void aNameTwiceIsRefusedAtAnyDepth() {
    assertRefused(utf8("{\"a\":1,\"a\":1}"), Code.REPEATED_NAME);
    assertRefused(utf8("{\"b\":[{\"a\":1,\"\\u0061\":2}]}"), Code.REPEATED_NAME);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 5_000, 100_000})
  void deepNestingIsRefused(int depth) {
    String arrays = "{\"a\":" + "[".repeat(depth - 1) + "]".repeat(depth - 1) + "}";
    String objects = "{\"a\":".repeat(depth - 1) + "{}" + "}".repeat(depth - 1);

    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> StrictJson.parse(utf8(arrays)))
        .matches(e -> e.code() == Code.TOO_DEEP || e.code() == Code.TOO_LARGE);
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> StrictJson.parse(utf8(objects)))
        .matches(e -> e.code() == Code.TOO_DEEP || e.code() == Code.TOO_LARGE);
  }

  @Test
  void sixtyFourLevelsAreRead() throws Exception {
    String objects = "{\"a\":".repeat(63) + "{}" + "}".repeat(63);

    assertThat(StrictJson.parse(utf8(objects))).isNotNull();
  }

  @Test
  void whatIsLargerThanAllowedIsRefused() {
    byte[] large = new byte[Bounds.CREDENTIAL.bytes() + 1];

    assertRefused(large, Code.TOO_LARGE);
  }

  @Test
  void manyValuesAreRefused() {
    String twentyThousand =
        IntStream.range(0, 20_000).mapToObj(Integer::toString).collect(Collectors.joining(","));
    String nested = "[" + "1,".repeat(900) + "1]";
    String nestedTenTimes =
        IntStream.range(0, 10).mapToObj(_ -> nested).collect(Collectors.joining(","));

    assertRefused(utf8("{\"a\":[" + twentyThousand + "]}"), Code.TOO_MANY_VALUES);
    assertRefused(utf8("{\"a\":[" + nestedTenTimes + "]}"), Code.TOO_MANY_VALUES);
  }

  @Test
  void aLongStringNameOrNumberIsRefused() {
    assertRefused(utf8("{\"a\":\"" + "x".repeat(200 * 1024) + "\"}"), Code.TOO_LONG);
    assertRefused(utf8("{\"" + "x".repeat(2_000) + "\":1}"), Code.TOO_LONG);
    assertRefused(utf8("{\"a\":" + "1".repeat(100) + "}"), Code.TOO_LONG);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e-400",
        "1e999999999",
        "1e99999999999999999999",
        "-0",
        "-0.0",
        "9007199254740993",
        "9007199254740992",
        "-9007199254740993",
        "1e21",
        "0.1234567890123456789",
        "1.0000000000000001"
      })
  void aNumberThatSomeReadersWouldRoundIsRefused(String number) {
    assertRefused(utf8("{\"a\":" + number + "}"), Code.INEXACT_NUMBER);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0,1",
    "1e2,100",
    "0.0,0",
    "9007199254740991,9007199254740991",
    "0.10,0.1",
    "1.5e-3,0.0015"
  })
  void aNumberHasOneForm(String written, String read) throws Exception {
    assertThat(StrictJson.parse(utf8("{\"a\":" + written + "}")))
        .isEqualTo(StrictJson.parse(utf8("{\"a\":" + read + "}")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "\\udc00", "\\ud800x", "\\udc00\\ud800"})
  void halfASurrogatePairIsRefusedInTextAndNames(String half) {
    assertRefused(utf8("{\"a\":\"" + half + "\"}"), Code.LONE_SURROGATE);
    assertRefused(utf8("{\"" + half + "\":1}"), Code.LONE_SURROGATE);
  }

  @Test
  void whatIsNotUtf8IsRefused() {
    assertRefused(
        new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'}, Code.NOT_UTF8);
    assertRefused(new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}, Code.NOT_UTF8);
    assertRefused(
        new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'},
        Code.NOT_UTF8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
  void otherEncodingsAreNotGuessed(String charset) {
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> StrictJson.parse("{\"a\":1}".getBytes(Charset.forName(charset))));
  }

  @Test
  void aByteOrderMarkIsRefused() {
    assertRefused(utf8("\ufeff{}"), Code.NOT_JSON);
  }

  private static void assertRefused(byte[] bytes, Code code) {
    assertThatExceptionOfType(MalformedJson.class)
        .isThrownBy(() -> StrictJson.parse(bytes))
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
