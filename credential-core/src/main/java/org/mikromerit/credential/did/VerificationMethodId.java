package org.mikromerit.credential.did;

import java.util.Optional;
import java.util.regex.Pattern;
import org.mikromerit.credential.key.PublicKey;

/** Names one key of a DID: {@code <did>#<fragment>}. */
public record VerificationMethodId(Did did, String fragment) {

  // As long as the Multikey of the longest key, by which we name keys.
  private static final Pattern FRAGMENT = Pattern.compile("[\\w.-]{1,736}");

  /**
   * Takes both as they are.
   *
   * @throws IllegalArgumentException if the fragment has other than letters, digits, dot,
   *     underscore and hyphen
   */
  public VerificationMethodId {
    if (!FRAGMENT.matcher(fragment).matches()) {
      throw new IllegalArgumentException("not a key's fragment");
    }
  }

  /**
   * The name that we give to a key: its own Multikey text, so that it can never come to mean
   * another key.
   */
  public static VerificationMethodId of(Did did, PublicKey key) {
    return new VerificationMethodId(did, key.multibase());
  }

  public static Optional<VerificationMethodId> parse(String url) {
    int hash = url.indexOf('#');
    if (hash < 0 || !FRAGMENT.matcher(url.substring(hash + 1)).matches()) {
      return Optional.empty();
    }
    return Did.parse(url.substring(0, hash))
        .map(did -> new VerificationMethodId(did, url.substring(hash + 1)));
  }

  public String url() {
    return did + "#" + fragment;
  }

  @Override
  public String toString() {
    return url();
  }
}
