package org.mikromerit.kit.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/** Writes each log record as one line of JSON: an event with names for its parts. */
final class JsonLines extends ExtFormatter {
  private static final int LONGEST_TRACE = 8_000;

  private final ObjectMapper json = new ObjectMapper();
  private final String service;

  JsonLines(String service) {
    this.service = service;
  }

  @Override
  public String format(ExtLogRecord log) {
    var line = new LinkedHashMap<String, Object>();
    line.put("time", log.getInstant().toString());
    line.put("level", log.getLevel().getName());
    line.put("service", service);
    line.put("logger", String.valueOf(log.getLoggerName()));
    line.put("thread", String.valueOf(log.getThreadName()));
    line.put("message", String.valueOf(formatMessage(log)));
    log.getMdcCopy().forEach(line::putIfAbsent);
    if (log.getThrown() != null) {
      line.put("exception", trace(log.getThrown()));
    }
    try {
      return json.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A log line is made of text", e);
    }
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.getBuffer().substring(0, Math.min(text.getBuffer().length(), LONGEST_TRACE));
  }
}
