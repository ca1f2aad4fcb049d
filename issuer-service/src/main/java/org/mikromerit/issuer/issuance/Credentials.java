package org.mikromerit.issuer.issuance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was issued; it is added to and never changed. */
public interface Credentials {

  /** Adds a credential, which is valid from its issue. */
  void add(IssuedCredential credential);

  /** The signed bytes, if the organisation issued it. */
  Optional<Body> body(UUID organisation, UUID id);

  /** In order of id, which is that of time, after the given one. */
  List<CredentialSummary> list(UUID organisation, UUID after, int most);
}
