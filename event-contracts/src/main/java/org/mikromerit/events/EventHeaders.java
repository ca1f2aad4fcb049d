package org.mikromerit.events;

/** Names of the headers: CloudEvents 1.0, Kafka protocol binding, binary content mode (3.2). */
public final class EventHeaders {
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SUBJECT = "ce_subject";
  public static final String TIME = "ce_time";
  public static final String PARTITION_KEY = "ce_partitionkey";
  public static final String SEQUENCE = "ce_sequence";
  public static final String DATA_CLASSIFICATION = "ce_dataclassification";
  public static final String TRACEPARENT = "ce_traceparent";
  public static final String CONTENT_TYPE = "content-type";

  public static final String SPEC_VERSION_1_0 = "1.0";
  public static final String JSON = "application/json";

  private EventHeaders() {}
}
