package org.mikromerit.stacking.definition;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.mikromerit.events.CertificationLevel;
import org.mikromerit.events.CredentialKind;
import org.mikromerit.events.definition.DefinitionPublishedV1;

/** Our own copy of published definitions. */
public interface Definitions {

  /** Whether credentials of a definition's newest version can be parts of a stack. */
  enum Stackability {
    STACKS,
    NEVER,
    UNKNOWN
  }

  void keep(DefinitionPublishedV1 definition);

  /** For each definition that we know; the others are missing from the answer. */
  Map<UUID, Stackability> stackability(Collection<UUID> definitions);

  /** Attendance never stacks, whatever certifies it. */
  static boolean stacks(CredentialKind kind, CertificationLevel level) {
    return kind != CredentialKind.ATTENDANCE && level != CertificationLevel.PARTICIPATION;
  }
}
