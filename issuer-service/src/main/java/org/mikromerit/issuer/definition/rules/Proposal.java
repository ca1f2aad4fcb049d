package org.mikromerit.issuer.definition.rules;

import java.util.Objects;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.credential.openbadge.StandardElement;
import org.mikromerit.issuer.definition.Draft;

/**
 * A draft that somebody wants to publish.
 *
 * @param governance how strictly its organisation's sector is governed
 * @param recognised whether the authority has authorised its organisation
 * @param turnedDown whether the authority has said no to its organisation
 */
public record Proposal(
    Draft draft, GovernanceModel governance, boolean recognised, boolean turnedDown) {

  /** The kind; one that is not stated is held to the strictest rules. */
  CredentialKind kind() {
    return Objects.requireNonNullElse(draft.kind(), CredentialKind.MICRO_CREDENTIAL);
  }

  boolean isMicroCredential() {
    return kind() == CredentialKind.MICRO_CREDENTIAL;
  }

  boolean needs(StandardElement element) {
    return element.isAskedOf(kind());
  }
}
