package org.mikromerit.credential.status;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.key.SigningKey;

/**
 * A Token Status List as its issuer signs and publishes it (IETF OAuth Token Status List, section
 * 5.1).
 *
 * @param url where it is published, and its name
 * @param issuedAt to the second
 * @param expires when a verifier must no longer rely on it, to the second
 */
public record StatusListToken(URI url, TokenStatuses statuses, Instant issuedAt, Instant expires) {

  /** In the header, and of {@code application/statuslist+jwt}. */
  public static final String TYPE = "statuslist+jwt";

  // A suspension should be seen within the minute; who fetches at each verdict asks too often.
  private static final Duration TTL = Duration.ofSeconds(30);

  /** Checks that it is valid at all. */
  public StatusListToken {
    if (!expires.isAfter(issuedAt)) {
      throw new IllegalArgumentException("a status list ends after it begins");
    }
  }

  /** The token to publish. */
  public String sign(SigningKey key, VerificationMethodId method) {
    JsonObject claims =
        JsonTree.object()
            .add("sub", url.toString())
            .add("iat", issuedAt.getEpochSecond())
            .add("exp", expires.getEpochSecond())
            .add("ttl", TTL.toSeconds())
            .add(
                "status_list",
                JsonTree.object().add("bits", statuses.width()).add("lst", statuses.encode()))
            .build();
    return CompactJws.sign(TYPE, StrictJson.write(claims), key, method);
  }

  /**
   * The list, if this key signed it; nothing otherwise.
   *
   * @param statement as parsed; its {@link CompactJws#key()} says whose key to give
   */
  public static Optional<StatusListToken> read(CompactJws statement, PublicKey key) {
    return statement.payload(TYPE, key).flatMap(StatusListToken::claims);
  }

  private static Optional<StatusListToken> claims(byte[] payload) {
    try {
      JsonObject claims = StrictJson.parse(payload, Bounds.STATUS_LIST);
      Optional<String> url = JsonTree.text(claims, "sub");
      Optional<Instant> issuedAt = Instants.ofNumericDate(claims.get("iat"));
      // Without an end a list could be replayed for ever.
      Optional<Instant> expires = Instants.ofNumericDate(claims.get("exp"));
      Optional<TokenStatuses> statuses =
          JsonTree.child(claims, "status_list").flatMap(StatusListToken::statuses);
      return url.isPresent()
              && issuedAt.isPresent()
              && expires.isPresent()
              && statuses.isPresent()
              && expires.get().isAfter(issuedAt.get())
          ? Optional.of(
              new StatusListToken(
                  URI.create(url.get()), statuses.get(), issuedAt.get(), expires.get()))
          : Optional.empty();
    } catch (MalformedJson | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<TokenStatuses> statuses(JsonObject list) {
    // Another reader might not cut off what is too much for 32 bits.
    return list.get("bits") instanceof JsonNumber bits
            && bits.isIntegral()
            && bits.longValue() == bits.intValue()
        ? JsonTree.text(list, "lst").flatMap(lst -> TokenStatuses.decode(bits.intValue(), lst))
        : Optional.empty();
  }
}
