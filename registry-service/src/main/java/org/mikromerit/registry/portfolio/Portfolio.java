package org.mikromerit.registry.portfolio;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The entries of all portfolios, with their sealed documents. */
public interface Portfolio {

  /**
   * A credential with its sealed document.
   *
   * @param sdJwt the same to be shown in parts, sealed; null where there is none
   */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record Sealed(PortfolioEntry entry, byte[] document, byte @Nullable [] sdJwt) {}

  /**
   * Adds credentials, each of another reference or credential, but for those that their reference
   * has already.
   *
   * @return how many were added
   */
  int add(List<Sealed> credentials);

  /**
   * At most so many entries of the references, the last awarded first, after the given place. What
   * was delivered comes before what was imported of the same credential, and hides it.
   */
  List<PortfolioEntry> page(Collection<String> refs, Place after, int atMost);

  Optional<PortfolioEntry> find(Collection<String> refs, UUID credential);

  /** The document, sealed. */
  Optional<byte[]> sealed(PortfolioEntry entry);

  /** The same to be shown in parts, sealed; empty where there is none. */
  Optional<byte[]> sealedSdJwt(PortfolioEntry entry);

  /** A place in the order of the list; {@link #START} is before all. */
  record Place(Instant awardedAt, UUID credential) {
    public static final Place START =
        new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));
  }
}
