package org.mikromerit.credential.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mikromerit.credential.proof.HolderBinding;

/**
 * Whether who shows the credential showed to be its holder. That it is bound to nobody is no fault:
 * it says so, and whoever looks at it compares the name with the person.
 */
final class HolderCheck implements Check {

  @Override
  public CheckName name() {
    return CheckName.HOLDER_BINDING;
  }

  @Override
  public List<Finding> examine(Proven credential) {
    HolderBinding holder = credential.showing().holder();
    return List.of(
        switch (holder) {
          case BEARER -> finding(FindingCode.NOT_BOUND_TO_HOLDER);
          case NOT_SHOWN -> finding(FindingCode.HOLDER_BINDING_NOT_SHOWN);
          case SHOWN -> finding(FindingCode.HOLDER_BINDING_SHOWN);
          case NOBODY_ASKED -> finding(FindingCode.HOLDER_BINDING_NOT_ASKED);
          case KEY_UNKNOWN -> finding(FindingCode.HOLDER_KEY_UNKNOWN);
          case MAY_BE_WITHHELD -> finding(FindingCode.HOLDER_BINDING_MAY_BE_WITHHELD);
          case MISSING -> finding(FindingCode.HOLDER_BINDING_MISSING);
          case MALFORMED,
              SIGNATURE,
              OTHER_HOLDER,
              OTHER_PRESENTATION,
              OTHER_AUDIENCE,
              OTHER_NONCE,
              OTHER_TIME ->
              broken(holder);
        });
  }

  private static Finding finding(FindingCode code) {
    return Finding.of(CheckName.HOLDER_BINDING, code);
  }

  private static Finding broken(HolderBinding holder) {
    return new Finding(
        CheckName.HOLDER_BINDING,
        FindingCode.HOLDER_BINDING_BROKEN,
        Map.of("because", holder.name().toLowerCase(Locale.ROOT).replace('_', '-')));
  }
}
