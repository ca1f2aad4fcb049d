package org.mikromerit.credential.openbadge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.CompactValues;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.openbadge.CredentialFacts.PartReference;
import org.mikromerit.credential.openbadge.CredentialFacts.StatusReference;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.TokenStatusEntry;

/**
 * Reads a credential of the data model 2.0 or 1.1, best if it is an Open Badge.
 *
 * <p>What a check depends on must be there in the form that we read, or the document is refused: a
 * status or a part in another form than expected must never read as none.
 */
public final class OpenBadgeReader {

  private OpenBadgeReader() {}

  /** The facts of a document, or what of it cannot be read. */
  public sealed interface Reading {}

  public record Read(CredentialFacts facts) implements Reading {}

  /**
   * It cannot be read.
   *
   * @param member of the document that is missing or has another form
   */
  public record Unreadable(String member) implements Reading {}

  public static Reading read(JsonObject document) {
    return read(document, Optional.empty());
  }

  /**
   * The same for a document that need not say from when it is valid.
   *
   * @param signedAt from when it is valid where it does not say so; empty if it must
   */
  public static Reading read(JsonObject document, Optional<Instant> signedAt) {
    try {
      return new Read(facts(CompactValues.of(document), signedAt));
    } catch (Missing missing) {
      return new Unreadable(missing.member);
    }
  }

  private static CredentialFacts facts(JsonObject document, Optional<Instant> signedAt)
      throws Missing {
    // A status list is a credential too, but nobody's achievement.
    if (!JsonTree.hasType(document, "VerifiableCredential")
        || JsonTree.hasType(document, StatusListCredential.TYPE)) {
      throw new Missing("type");
    }
    // The data model 1.1 has other words for when a credential begins and ends (sections 4.6, 4.7).
    boolean older = JsonTree.texts(document, "@context").contains(PinnedContexts.CREDENTIALS_V1);
    String from = older ? "issuanceDate" : "validFrom";
    JsonObject subject = subject(document);
    Optional<JsonObject> achievement = JsonTree.child(subject, "achievement");
    return new CredentialFacts(
        id(document),
        title(document, achievement),
        Did.issuerOf(document).orElseThrow(() -> new Missing("issuer")),
        JsonTree.child(document, "issuer").flatMap(profile -> JsonTree.text(profile, "name")),
        holderName(subject),
        time(document, from).or(() -> signedAt).orElseThrow(() -> new Missing(from)),
        time(document, "awardedDate"),
        time(document, older ? "expirationDate" : "validUntil"),
        achievement.flatMap(json -> JsonTree.text(json, "id")),
        achievement.flatMap(json -> JsonTree.text(json, "version")),
        creator(achievement),
        issuingRight(document),
        achievement.flatMap(json -> JsonTree.text(json, Terms.CREDENTIAL_KIND)),
        achievement.flatMap(json -> JsonTree.text(json, Terms.CERTIFICATION_LEVEL)),
        grade(subject),
        achievement.flatMap(StatementReader::educationLevel),
        StatementReader.validation(document, achievement),
        StatementReader.assurance(achievement),
        allStatuses(document),
        parts(document),
        StatementReader.content(achievement));
  }

  private static String title(JsonObject document, Optional<JsonObject> achievement) {
    return achievement
        .flatMap(json -> JsonTree.text(json, "name"))
        .or(() -> JsonTree.text(document, "name"))
        .orElse("");
  }

  /** Some have none (VCDM 2.0, section 4.4); one in another form is not none. */
  private static String id(JsonObject document) throws Missing {
    if (!document.containsKey("id")) {
      return "";
    }
    return JsonTree.text(document, "id").orElseThrow(() -> new Missing("id"));
  }

  /** The only one, or the first of several of whom nobody's achievement is told. */
  private static JsonObject subject(JsonObject document) throws Missing {
    String member = "credentialSubject";
    List<JsonValue> subjects = JsonTree.oneOrMany(document, member);
    if (subjects.isEmpty()) {
      throw new Missing(member);
    }
    for (JsonValue each : subjects) {
      if (object(each, member).containsKey("achievement") && subjects.size() > 1) {
        throw new Missing(member);
      }
    }
    return object(subjects.getFirst(), member);
  }

  private static Optional<String> creator(Optional<JsonObject> achievement) throws Missing {
    if (achievement.isEmpty() || !achievement.get().containsKey("creator")) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(achievement.get(), "creator")
            .or(
                () ->
                    JsonTree.child(achievement.get(), "creator")
                        .flatMap(profile -> JsonTree.text(profile, "id")))
            .orElseThrow(() -> new Missing("creator")));
  }

  private static Optional<String> issuingRight(JsonObject document) throws Missing {
    if (!document.containsKey(Terms.ISSUING_RIGHT)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(document, Terms.ISSUING_RIGHT)
            .orElseThrow(() -> new Missing(Terms.ISSUING_RIGHT)));
  }

  private static Optional<String> holderName(JsonObject subject) {
    return JsonTree.children(subject, "identifier").stream()
        .filter(identity -> JsonTree.text(identity, "identityType").equals(Optional.of("name")))
        .filter(identity -> JsonValue.FALSE.equals(identity.get("hashed")))
        .flatMap(identity -> JsonTree.text(identity, "identityHash").stream())
        .findFirst();
  }

  private static Optional<String> grade(JsonObject subject) {
    return JsonTree.children(subject, "result").stream()
        .flatMap(result -> JsonTree.text(result, "value").stream())
        .findFirst();
  }

  private static Optional<Instant> time(JsonObject document, String member) throws Missing {
    if (!document.containsKey(member)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(document, member)
            .flatMap(Instants::parse)
            .orElseThrow(() -> new Missing(member)));
  }

  private static List<StatusReference> allStatuses(JsonObject document) throws Missing {
    List<StatusReference> statuses = statuses(document, "credentialStatus");
    // Only a token has one: in a document that is signed as such no context defines it.
    if (document.containsKey(TokenStatusEntry.CLAIM)) {
      statuses.addAll(tokenStatuses(object(document.get(TokenStatusEntry.CLAIM), "status")));
    }
    return statuses;
  }

  private static List<StatusReference> tokenStatuses(JsonObject claim) throws Missing {
    if (claim.isEmpty()) {
      throw new Missing(TokenStatusEntry.CLAIM);
    }
    List<StatusReference> statuses = new ArrayList<>();
    for (String mechanism : claim.keySet()) {
      JsonObject status = object(claim.get(mechanism), TokenStatusEntry.CLAIM);
      boolean known = mechanism.equals(TokenStatusEntry.TYPE);
      Optional<TokenStatusEntry> entry = known ? TokenStatusEntry.read(status) : Optional.empty();
      if (known && entry.isEmpty()) {
        throw new Missing(TokenStatusEntry.CLAIM);
      }
      statuses.add(new StatusReference(mechanism, entry));
    }
    return statuses;
  }

  private static List<StatusReference> statuses(JsonObject json, String member) throws Missing {
    List<StatusReference> statuses = new ArrayList<>();
    for (JsonValue value : JsonTree.oneOrMany(json, member)) {
      JsonObject status = object(value, member);
      List<String> types = JsonTree.texts(status, "type");
      if (types.isEmpty()) {
        throw new Missing(member);
      }
      Optional<StatusEntry> entry = StatusEntry.read(status);
      if (entry.isEmpty() && types.equals(List.of(StatusEntry.TYPE))) {
        throw new Missing(member);
      }
      statuses.add(new StatusReference(types.getFirst(), entry));
    }
    return statuses;
  }

  private static List<PartReference> parts(JsonObject document) throws Missing {
    List<PartReference> parts = new ArrayList<>();
    for (JsonValue value : JsonTree.oneOrMany(document, "evidence")) {
      JsonObject evidence = object(value, "evidence");
      if (JsonTree.hasType(evidence, Terms.AWARD_PART)) {
        parts.add(
            new PartReference(
                JsonTree.text(evidence, "id").orElseThrow(() -> new Missing("evidence")),
                JsonTree.text(evidence, "name"),
                statuses(evidence, Terms.PART_STATUS)));
      }
    }
    return parts;
  }

  private static JsonObject object(@Nullable JsonValue value, String member) throws Missing {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new Missing(member);
  }

  /** Says which member is missing, from wherever that is found out. */
  private static final class Missing extends Exception {

    private static final long serialVersionUID = 1L;

    private final String member;

    Missing(String member) {
      super(member, null, false, false);
      this.member = member;
    }
  }
}
