package org.mikromerit.events.issuingright;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.Bounds;
import org.mikromerit.events.EventData;
import org.mikromerit.events.EventType;

/**
 * A creator's permission to an organisation to issue a definition, with all its terms so far.
 *
 * @param creatorId owns the definition and granted the right
 * @param issuerId may issue
 * @param history oldest first, never empty; the last terms are those of now
 */
public record IssuingRightChangedV1(
    UUID rightId, UUID definitionId, UUID creatorId, UUID issuerId, List<TermsSince> history)
    implements EventData {

  public IssuingRightChangedV1 {
    Bounds.present(
        "rightId",
        rightId,
        "definitionId",
        definitionId,
        "creatorId",
        creatorId,
        "issuerId",
        issuerId);
    history = Bounds.list("history", history, 1);
    for (int i = 1; i < history.size(); i++) {
      Bounds.notBefore("history", history.get(i).from(), history.get(i - 1).from());
    }
  }

  /**
   * What was permitted, and from when it was so.
   *
   * @param from when these terms were decided
   * @param versions that may be issued; none named means every version
   * @param validFrom when issuing begins
   * @param validUntil when issuing ends; null for never
   * @param reason as the creator stated it, at most 500 characters
   */
  public record TermsSince(
      IssuingRightState state,
      Instant from,
      List<Integer> versions,
      Instant validFrom,
      @Nullable Instant validUntil,
      @Nullable String reason) {
    public TermsSince {
      Bounds.present("state", state, "from", from, "validFrom", validFrom);
      versions = Bounds.list("versions", versions, 0);
      versions.forEach(each -> Bounds.atLeast(1, "versions", each));
      if (reason != null) {
        Bounds.text("reason", reason, 500);
      }
    }
  }

  @Override
  public EventType eventType() {
    return EventType.ISSUING_RIGHT_CHANGED_V1;
  }

  @Override
  public String subject() {
    return rightId.toString();
  }

  @Override
  public String partitionKey() {
    return rightId.toString();
  }
}
