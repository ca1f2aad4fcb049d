package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.lint.Fault.Code;

/**
 * Its validity ends after it begins, in times that everybody reads alike. The data model (VCDM 2.0,
 * section 4.9) lets both be one moment; such a credential is read and, having ended as it began,
 * not signed here.
 */
final class ValidityIsInOrder implements Rule {

  @Override
  public List<Fault> faults(JsonObject document) {
    List<Fault> faults = new ArrayList<>();
    Optional<Instant> from = time(document, "validFrom", faults);
    Optional<Instant> until = time(document, "validUntil", faults);
    if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
      faults.add(new Fault(Code.VALIDITY_INVERTED, "/validUntil"));
    }
    return faults;
  }

  private static Optional<Instant> time(JsonObject document, String member, List<Fault> faults) {
    Optional<Instant> time = JsonTree.text(document, member).flatMap(Instants::parse);
    if (time.isEmpty() && document.containsKey(member)) {
      faults.add(new Fault(Code.TIME_MALFORMED, "/" + member));
    }
    return time;
  }
}
