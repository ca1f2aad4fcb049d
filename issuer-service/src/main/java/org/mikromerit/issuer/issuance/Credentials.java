package org.mikromerit.issuer.issuance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what was issued; it is added to and never changed. */
public interface Credentials {

  /** Adds credentials, which are valid from their issue. */
  void add(List<IssuedCredential> credentials);

  /** The signed bytes, if the organisation issued it. */
  Optional<Body> body(UUID organisation, UUID id);

  /** What a list says of it, if the organisation issued it. */
  Optional<CredentialSummary> find(UUID organisation, UUID id);

  /** In order of id, which is that of time, after the given one; or the newest first, before it. */
  List<CredentialSummary> list(UUID organisation, boolean newestFirst, UUID beyond, int most);
}
