package org.mikromerit.verification.trust;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.did.Did;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.issuingright.IssuingRightState;
import org.mikromerit.kit.sql.CopyUnavailable;

/** Who created a definition and who else may issue it, by our own copy. */
@ApplicationScoped
public class RegisteredRights implements IssuingRights {
  private final TrustCopy copy;

  RegisteredRights(TrustCopy copy) {
    this.copy = copy;
  }

  @Override
  public Answer find(UUID definition, Did issuer) {
    try {
      return copy.creator(definition)
          .map(creator -> answer(definition, creator, issuer))
          .orElseGet(DefinitionUnknown::new);
    } catch (CopyUnavailable _) {
      return new Unavailable();
    }
  }

  private Answer answer(UUID definition, Did creator, Did issuer) {
    return creator.equals(issuer)
        ? new Created()
        : new OfAnother(creator, rights(definition, issuer));
  }

  private List<Right> rights(UUID definition, Did issuer) {
    return copy.rights(definition, issuer.value()).stream()
        .map(known -> right(known.id(), known.history()))
        .toList();
  }

  /** As a right is told of. */
  public static Right right(UUID id, List<TermsSince> history) {
    return new Right(id, history.stream().map(RegisteredRights::terms).toList());
  }

  private static Terms terms(TermsSince known) {
    return new Terms(
        known.from(),
        known.state() == IssuingRightState.GRANTED,
        Set.copyOf(known.versions()),
        known.validFrom(),
        Optional.ofNullable(known.validUntil()),
        Optional.ofNullable(known.reason()));
  }
}
