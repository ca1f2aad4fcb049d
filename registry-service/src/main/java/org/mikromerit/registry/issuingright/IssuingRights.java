package org.mikromerit.registry.issuingright;

import java.util.List;
import java.util.UUID;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;

/** The rights to issue what others defined, as their creators announced them. */
public interface IssuingRights {

  /** Takes the right as it is now, in place of what was known of it. */
  void put(IssuingRightChangedV1 right);

  /** Every right that the issuer ever had to the definition, in the order of the rights' ids. */
  List<IssuingRightChangedV1> of(UUID definition, UUID issuer);
}
