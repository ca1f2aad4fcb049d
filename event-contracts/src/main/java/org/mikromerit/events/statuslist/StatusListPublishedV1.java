package org.mikromerit.events.statuslist;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A status list was signed anew.
 *
 * @param version from 1, one more with each signing
 * @param credential the signed status-list credential; its UTF-8 bytes are exactly what was signed,
 *     at most 900,000
 * @param validUntil after which it must not be relied on
 * @param token beside a list of revocations, the same list as a signed Token Status List, which
 *     tells of suspensions too; at most 500,000 characters of ASCII
 */
public record StatusListPublishedV1(
    UUID listId,
    UUID organisationId,
    StatusPurpose purpose,
    int version,
    String credential,
    Instant issuedAt,
    Instant validUntil,
    @Nullable String token)
    implements EventData {

  // Both leave room in a record of the broker's 1 MiB for what JSON escapes.
  private static final int MAX_BYTES = 900_000;
  private static final int LONGEST_TOKEN = 500_000;
  private static final Pattern TOKEN =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  public StatusListPublishedV1 {
    Bounds.present(
        "listId",
        listId,
        "organisationId",
        organisationId,
        "purpose",
        purpose,
        "credential",
        credential,
        "issuedAt",
        issuedAt,
        "validUntil",
        validUntil);
    Bounds.atLeast(1, "version", version);
    Bounds.holds(
        !credential.isEmpty()
            && credential.length() <= MAX_BYTES
            && credential.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES,
        "credential",
        "is not 1 to " + MAX_BYTES + " bytes");
    Bounds.wholeCharacters("credential", credential);
    Bounds.notBefore("validUntil", validUntil, issuedAt);
    Bounds.holds(
        token == null || (token.length() <= LONGEST_TOKEN && TOKEN.matcher(token).matches()),
        "token",
        "is no signed token of at most " + LONGEST_TOKEN + " characters");
  }

  @Override
  public EventType eventType() {
    return EventType.STATUS_LIST_PUBLISHED_V1;
  }

  @Override
  public String subject() {
    return listId.toString();
  }

  @Override
  public String partitionKey() {
    return listId.toString();
  }
}
