package org.mikromerit.portal.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Writes each log record as one line of JSON. Whoever has the address of a share sees what is
 * shared: its secret part is left out, whoever wrote the record.
 */
final class JsonLines extends ExtFormatter {
  private static final int LONGEST_TRACE = 8_000;
  private static final Pattern SHARE = Pattern.compile("/s/[A-Za-z0-9_-]{32}");

  private final ObjectMapper json = new ObjectMapper();
  private final String program;

  JsonLines(String program) {
    this.program = program;
  }

  @Override
  public String format(ExtLogRecord log) {
    var line = new LinkedHashMap<String, Object>();
    line.put("time", log.getInstant().toString());
    line.put("level", log.getLevel().getName());
    line.put("service", program);
    line.put("logger", String.valueOf(log.getLoggerName()));
    line.put("thread", String.valueOf(log.getThreadName()));
    line.put("message", withoutShares(String.valueOf(formatMessage(log))));
    log.getMdcCopy().forEach((name, value) -> line.putIfAbsent(name, withoutShares(value)));
    if (log.getThrown() != null) {
      line.put("exception", withoutShares(trace(log.getThrown())));
    }
    try {
      return json.writeValueAsString(line) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A log line is made of text", e);
    }
  }

  private static String withoutShares(String text) {
    return SHARE.matcher(text).replaceAll("/s/…");
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.getBuffer().substring(0, Math.min(text.getBuffer().length(), LONGEST_TRACE));
  }
}
