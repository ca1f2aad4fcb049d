package org.mikromerit.portal.institution.issued;

import jakarta.ws.rs.BadRequestException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Filled;
import org.mikromerit.portal.institution.FormKey;
import org.mikromerit.portal.institution.issued.Issued.Details;
import org.mikromerit.portal.institution.issued.Issued.Identifier;
import org.mikromerit.portal.institution.issued.Issued.Order;
import org.mikromerit.portal.institution.issued.Issued.Recipient;
import org.mikromerit.portal.institution.issued.Issued.Result;
import org.mikromerit.portal.institution.issued.Issued.Version;

/** The form by which a credential is issued in another's place. */
final class Correction {
  static final String KEY = "key";
  private static final String AWARDED = "awardedAt";
  private static final String REFERENCE = "externalReference";
  private static final String TYPE = "recipient/identifier/type";

  private Correction() {}

  /** With what is known of the one to correct; its person stands in the document alone. */
  static Filled begin(Details corrects) {
    return Filled.empty()
        .with(KEY, FormKey.fresh())
        .with(TYPE, "email")
        .with(AWARDED, day(corrects.awardedAt()))
        .with(REFERENCE, corrects.externalReference());
  }

  static Order order(Filled form, Details corrects) {
    String type = form.written(TYPE);
    String grade = form.written("result/grade");
    String scheme = form.written("result/scheme");
    return new Order(
        new Version(corrects.definition(), corrects.definitionVersion()),
        new Recipient(
            form.written("recipient/givenName"),
            form.written("recipient/familyName"),
            type == null ? null : new Identifier(type, form.written("recipient/identifier/value"))),
        awarded(form.written(AWARDED), corrects.awardedAt()),
        grade == null && scheme == null ? null : new Result(grade, scheme),
        form.written(REFERENCE),
        form.written("evidenceStatement"),
        corrects.id());
  }

  /** The very moment of the one that is corrected, if its day was left alone. */
  private static @Nullable Instant awarded(@Nullable String day, Instant before) {
    if (day == null || day.equals(day(before))) {
      return day == null ? null : before;
    }
    try {
      return LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      // No browser sends such a date.
      throw new BadRequestException(e);
    }
  }

  private static String day(Instant moment) {
    return moment.atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }
}
