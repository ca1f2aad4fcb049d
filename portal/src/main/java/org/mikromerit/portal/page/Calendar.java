package org.mikromerit.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/** Dates as people of the visitor's language write them, in Sweden's time. */
@Named("calendar")
@ApplicationScoped
public class Calendar {
  private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

  private final Visitor visitor;

  Calendar(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Such as "20 maj 2026". */
  public String day(Instant moment) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(visitor.language().locale())
        .withZone(ZONE)
        .format(moment);
  }

  /** The same with the time of day. */
  public String minute(Instant moment) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
        .withLocale(visitor.language().locale())
        .withZone(ZONE)
        .format(moment);
  }
}
