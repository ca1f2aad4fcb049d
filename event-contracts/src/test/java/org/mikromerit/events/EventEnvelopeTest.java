package org.mikromerit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.events.UnreadableEvent.Reason;
import org.mikromerit.events.credential.CredentialIssuedV1;

class EventEnvelopeTest {
  private static final UUID ID = UUID.fromString("0190c3f0-aaaa-7304-8506-0708090a0b0c");
  private static final Instant TIME = Instant.parse("2026-03-02T08:00:00.123456Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @ParameterizedTest
  @EnumSource
  void eventSurvivesTheWayThroughHeadersAndBytes(EventType type) throws Exception {
    Event<EventData> sent = sample(type);

    Event<EventData> read =
        EventCodec.read(sent.envelope().toHeaders(), EventCodec.toJson(sent.data()));

    assertThat(read).isEqualTo(sent);
    assertThat(read.topic()).isEqualTo(type.topic());
  }

  @Test
  void headersAreThoseOfCloudEventsInBinaryMode() throws Exception {
    Event<EventData> event = sample(EventType.CREDENTIAL_ISSUED_V1);
    CredentialIssuedV1 data = (CredentialIssuedV1) event.data();

    Map<String, String> headers = event.envelope().toHeaders();

    assertThat(headers)
        .containsOnly(
            Map.entry("ce_specversion", "1.0"),
            Map.entry("ce_id", ID.toString()),
            Map.entry("ce_source", "/issuer"),
            Map.entry("ce_type", "org.mikromerit.credential.issued.v1"),
            Map.entry("ce_subject", data.credentialId().toString()),
            Map.entry("ce_time", "2026-03-02T08:00:00.123456Z"),
            Map.entry("ce_partitionkey", data.learnerRef()),
            Map.entry("ce_sequence", "7"),
            Map.entry("ce_dataclassification", "pseudonymous"),
            Map.entry("ce_traceparent", TRACE),
            Map.entry("content-type", "application/json"));
  }

  @Test
  void sequenceZeroIsRefused() throws Exception {
    EventData data =
        EventCodec.decode(
            EventType.STACK_COMPLETED_V1.ceType(), EventType.STACK_COMPLETED_V1.sample());

    assertThatThrownBy(() -> Event.of(ID, 0, TIME, null, data))
        .isInstanceOf(Bounds.Broken.class)
        .hasMessage("sequence is less than 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_specversion",
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_subject",
        "ce_time",
        "ce_partitionkey",
        "ce_sequence",
        "ce_dataclassification",
        "content-type"
      })
  void missingHeaderIsRefusedByName(String header) throws Exception {
    Map<String, String> headers = headers();
    headers.remove(header);

    UnreadableEvent refusal = refusal(headers);

    assertThat(refusal.reason()).isEqualTo(Reason.BAD_HEADERS);
    assertThat(refusal).hasMessage("BAD_HEADERS: " + header + " is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "ce_specversion, 0.3",
    "ce_id, 1-1-1-1-1",
    "ce_source, 'två ord'",
    "ce_subject, ''",
    "ce_time, yesterday",
    "ce_time, +12026-01-01T00:00:00Z",
    "ce_sequence, 0",
    "ce_sequence, -1",
    "ce_sequence, 1.0",
    "ce_sequence, 01",
    "ce_sequence, 9223372036854775808",
    "ce_sequence, ١",
    "ce_dataclassification, secret",
    "content-type, text/xml"
  })
  void impossibleHeaderIsRefusedAndNotRepeated(String header, String value) throws Exception {
    Map<String, String> headers = headers();
    headers.put(header, value);

    UnreadableEvent refusal = refusal(headers);

    assertThat(refusal.reason()).isEqualTo(Reason.BAD_HEADERS);
    if (value.length() > 3) {
      assertThat(refusal.getMessage()).doesNotContain(value);
    }
  }

  @Test
  void brokenTraceIsDroppedAndTheEventIsRead() throws Exception {
    Map<String, String> headers = headers();
    headers.put(EventHeaders.TRACEPARENT, "00-xyz");

    EventEnvelope read = EventEnvelope.fromHeaders(headers);

    assertThat(read.traceparent()).isNull();
  }

  @Test
  void headersOfOthersAreIgnored() throws Exception {
    Map<String, String> headers = headers();
    headers.put("x-someone-else", "ö");

    EventEnvelope read = EventEnvelope.fromHeaders(headers);

    assertThat(read).isEqualTo(sample(EventType.STACK_BROKEN_V1).envelope());
  }

  @Test
  void envelopeOfAnUnknownTypeIsStillRead() throws Exception {
    Map<String, String> headers = headers();
    headers.put(EventHeaders.TYPE, "org.mikromerit.stack.broken.v9");

    EventEnvelope read = EventEnvelope.fromHeaders(headers);

    assertThat(read.type()).isEqualTo("org.mikromerit.stack.broken.v9");
    assertThat(read.key()).isEqualTo(sample(EventType.STACK_BROKEN_V1).envelope().key());
  }

  @ParameterizedTest
  @CsvSource({
    "ce_source, /registry",
    "ce_subject, 0190a000-0000-7000-8000-000000000009",
    "ce_partitionkey, k1.someone-else-altogether",
    "ce_dataclassification, public"
  })
  void envelopeThatContradictsItsDataIsRefused(String header, String value) throws Exception {
    Map<String, String> headers = headers();
    headers.put(header, value);

    UnreadableEvent refusal =
        catchThrowableOfType(
            UnreadableEvent.class,
            () -> EventCodec.read(headers, EventType.STACK_BROKEN_V1.sample()));

    assertThat(refusal.reason()).isEqualTo(Reason.CONTRADICTION);
  }

  private static Map<String, String> headers() throws UnreadableEvent {
    return new LinkedHashMap<>(sample(EventType.STACK_BROKEN_V1).envelope().toHeaders());
  }

  private static Event<EventData> sample(EventType type) throws UnreadableEvent {
    return Event.of(ID, 7, TIME, TRACE, EventCodec.decode(type.ceType(), type.sample()));
  }

  private static UnreadableEvent refusal(Map<String, String> headers) {
    return catchThrowableOfType(UnreadableEvent.class, () -> EventEnvelope.fromHeaders(headers));
  }
}
