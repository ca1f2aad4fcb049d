package org.mikromerit.issuer.vcapi.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.Iris;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.issuer.issuance.Body;
import org.mikromerit.issuer.issuance.Refusals;
import org.mikromerit.issuer.status.StatusPlace;
import org.mikromerit.issuer.status.StatusPlaces;
import org.mikromerit.issuer.vcapi.GivenCredentials;
import org.mikromerit.issuer.vcapi.GivenStatusOutcome;
import org.mikromerit.issuer.vcapi.IssueGivenCredential;
import org.mikromerit.issuer.vcapi.IssueGivenCredential.Issued;
import org.mikromerit.issuer.vcapi.IssueGivenCredential.Order;
import org.mikromerit.issuer.vcapi.IssueGivenCredential.Refused;
import org.mikromerit.issuer.vcapi.IssuerInstance;
import org.mikromerit.issuer.vcapi.RevokeGivenCredential;
import org.mikromerit.issuer.vcapi.SuspendGivenCredential;
import org.mikromerit.issuer.vcapi.Unfit;
import org.mikromerit.kit.idempotency.Answer;
import org.mikromerit.kit.idempotency.Idempotency;
import org.mikromerit.kit.problem.Problem;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.problem.Violations;

/**
 * The W3C's API for issuers (VCALM, sections on issuing credentials and on updating their status),
 * for the instance that an address names.
 */
@ApplicationScoped
class VcApi {
  static final String ISSUE_EXAMPLE =
      """
      {"credential": {
         "@context": ["https://www.w3.org/ns/credentials/v2"],
         "type": ["VerifiableCredential"],
         "credentialSubject": {"id": "did:example:abcdef", "name": "Åsa Öberg"}},
       "options": {"credentialId": "urn:uuid:0190a000-0000-7000-8000-00000000a1b2"}}
      """;
  static final String STATUS_EXAMPLE =
      """
      {"credentialId": "urn:uuid:0190a000-0000-7000-8000-00000000a1b2",
       "credentialStatus": [{"type": "BitstringStatusListEntry", "statusPurpose": "revocation", "status": "1"}]}
      """;
  // As an id may be long by which a credential was signed: what has a status can be taken back.
  private static final int LONGEST_NAME = Iris.LONGEST;
  private static final int MOST_STATUSES = 8;
  private static final String ENTRY = "/credentialStatus/statusListCredential";
  private static final byte[] BEFORE =
      "{\"verifiableCredential\":".getBytes(StandardCharsets.UTF_8);

  private final IssueGivenCredential issueGivenCredential;
  private final RevokeGivenCredential revokeGivenCredential;
  private final SuspendGivenCredential suspendGivenCredential;
  private final GivenCredentials credentials;
  private final StatusPlaces places;
  private final Idempotency idempotency;

  VcApi(
      IssueGivenCredential issueGivenCredential,
      RevokeGivenCredential revokeGivenCredential,
      SuspendGivenCredential suspendGivenCredential,
      GivenCredentials credentials,
      StatusPlaces places,
      Idempotency idempotency) {
    this.issueGivenCredential = issueGivenCredential;
    this.revokeGivenCredential = revokeGivenCredential;
    this.suspendGivenCredential = suspendGivenCredential;
    this.credentials = credentials;
    this.places = places;
    this.idempotency = idempotency;
  }

  /**
   * Issues once; with a key that served before, what was issued then.
   *
   * @param key the header Idempotency-Key, which this API does not know of, so that it may lack
   */
  Response issue(IssuerInstance instance, @Nullable String key, byte[] body) {
    Order order = order(parsed(body, Set.of("credential", "options")));
    // Before the transaction, since taking a place may need one.
    var place = new Place(instance);
    try {
      Answer answer =
          key == null
              ? issue(instance, order, place)
              : idempotency.once(
                  instance.organisation(),
                  "issue-given-credential/" + instance.id(),
                  key,
                  new String(body, StandardCharsets.UTF_8),
                  () -> issue(instance, order, place),
                  location -> issuedAt(instance, location));
      return answer.response();
    } finally {
      place.giveBackIfUnused();
    }
  }

  private Answer issue(IssuerInstance instance, Order order, Place place) {
    return switch (issueGivenCredential.issue(instance, order, place.taken)) {
      case Issued issued -> {
        place.used = true;
        yield new Answer(
            201,
            MediaType.APPLICATION_JSON,
            "/organisations/%s/issuers/%s/credentials/%s"
                .formatted(instance.organisation(), instance.id(), issued.id()),
            wrapped(issued.body()));
      }
      case Refused refused -> throw new ProblemException(problem(refused));
    };
  }

  private byte[] issuedAt(IssuerInstance instance, String location) {
    UUID id = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    return wrapped(read(instance, id));
  }

  /** What was signed, byte for byte. */
  byte[] read(IssuerInstance instance, UUID id) {
    Body body =
        credentials
            .body(instance.organisation(), instance.id(), id)
            .orElseThrow(() -> new ProblemException(Problems.notFound("credential")));
    return switch (body) {
      case Body.Held held -> held.bytes();
      case Body.Erased _ -> throw new ProblemException(Refusals.erased());
    };
  }

  /** The signed bytes as they are, in the object that the API wants around them. */
  private static byte[] wrapped(byte[] credential) {
    var wrapped = new ByteArrayOutputStream(BEFORE.length + credential.length + 1);
    wrapped.writeBytes(BEFORE);
    wrapped.writeBytes(credential);
    wrapped.write('}');
    return wrapped.toByteArray();
  }

  /** Sets what a credential's list says of it. */
  Response setStatus(IssuerInstance instance, byte[] body) {
    JsonObject request = parsed(body, Set.of("credentialId", "credentialStatus", "status"));
    String name =
        text(request, "", "credentialId")
            .orElseThrow(() -> invalid("/credentialId", "Name the credential by its id."));
    StatusUpdate update = update(request);
    GivenStatusOutcome outcome =
        switch (update.purpose()) {
          case REVOCATION ->
              revokeGivenCredential.set(instance, name, update.entry(), update.value());
          case SUSPENSION ->
              suspendGivenCredential.set(instance, name, update.entry(), update.value());
        };
    return switch (outcome) {
      case SET -> Response.ok("{}", MediaType.APPLICATION_JSON).build();
      case NO_SUCH_CREDENTIAL ->
          throw new ProblemException(Problems.notFound("credential with a status"));
      case ENTRY_DIFFERS ->
          throw invalid(ENTRY, "The credential's status is told elsewhere: name its own entry.");
      case NOT_SUSPENDABLE ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "not-suspendable",
                  "The credential cannot be suspended",
                  "It names no list that would tell: issue by an instance with suspension."));
      case ALREADY_REVOKED ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "already-revoked",
                  "The credential is revoked already",
                  "A revocation is final: issue the credential anew."));
      case TOO_MANY ->
          throw new ProblemException(
              Problem.of(
                  409,
                  "credentials-too-many",
                  "Too many credentials have this name",
                  "Give each credential an id of its own, and revoke them one by one."));
    };
  }

  private static JsonObject parsed(byte[] body, Set<String> known) {
    try {
      JsonObject request = StrictJson.parse(body);
      for (String member : request.keySet()) {
        if (!known.contains(member)) {
          throw new ProblemException(Problems.unknownField("/" + shortened(member)));
        }
      }
      return request;
    } catch (MalformedJson e) {
      throw new ProblemException(
          e.code() == MalformedJson.Code.TOO_LARGE
              ? Problems.tooLarge(Bounds.CREDENTIAL.bytes())
              : Problems.malformedJson("Send one JSON object, as the API description shows.")
                  .with("reason", e.code().code()));
    }
  }

  private static Order order(JsonObject request) {
    JsonObject credential =
        JsonTree.child(request, "credential")
            .orElseThrow(() -> invalid("/credential", "Give the credential to sign."));
    if (request.containsKey("options") && JsonTree.child(request, "options").isEmpty()) {
      throw invalid("/options", "Options are an object.");
    }
    JsonObject options = JsonTree.child(request, "options").orElse(JsonValue.EMPTY_JSON_OBJECT);
    for (String option : options.keySet()) {
      if (!option.equals("credentialId")) {
        throw new ProblemException(Problems.unknownField("/options/" + shortened(option)));
      }
    }
    return new Order(credential, text(options, "/options", "credentialId"));
  }

  private static Optional<String> text(JsonObject object, String place, String member) {
    if (!object.containsKey(member)) {
      return Optional.empty();
    }
    return Optional.of(
        JsonTree.text(object, member)
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST_NAME)
            .orElseThrow(
                () ->
                    invalid(
                        place + "/" + member,
                        "An id is of 1 to " + LONGEST_NAME + " characters.")));
  }

  /**
   * Which of a credential's statuses is to be set, and to what.
   *
   * @param entry in which list it is, where that was said
   */
  private record StatusUpdate(StatusPurpose purpose, Optional<StatusEntry> entry, boolean value) {}

  private static StatusUpdate update(JsonObject request) {
    List<JsonObject> statuses = JsonTree.children(request, "credentialStatus");
    if (statuses.isEmpty()
        || statuses.size() > MOST_STATUSES
        || statuses.size() != JsonTree.oneOrMany(request, "credentialStatus").size()) {
      throw invalid("/credentialStatus", "Say which status is to be set to what.");
    }
    // An earlier draft has the new value in the entry, a later one beside it.
    List<StatusUpdate> updates =
        statuses.stream()
            .map(
                status ->
                    new StatusUpdate(
                        purpose(status),
                        entry(status),
                        value(status.containsKey("status") ? status : request)))
            .distinct()
            .toList();
    if (updates.size() > 1) {
      throw invalid("/credentialStatus", "Set one status at a time, to one value.");
    }
    return updates.getFirst();
  }

  private static StatusPurpose purpose(JsonObject status) {
    if (!JsonTree.text(status, "type").equals(Optional.of(StatusEntry.TYPE))) {
      throw invalid("/credentialStatus/type", "Statuses here are " + StatusEntry.TYPE + ".");
    }
    if (!status.containsKey("statusPurpose")) {
      return StatusPurpose.REVOCATION;
    }
    return JsonTree.text(status, "statusPurpose")
        .flatMap(StatusPurpose::parse)
        .orElseThrow(
            () ->
                invalid(
                    "/credentialStatus/statusPurpose",
                    "What can be set is revocation or suspension."));
  }

  private static Optional<StatusEntry> entry(JsonObject status) {
    if (!status.containsKey("statusListIndex") && !status.containsKey("statusListCredential")) {
      return Optional.empty();
    }
    JsonObject whole =
        JsonTree.object(status).add("statusPurpose", purpose(status).token()).build();
    return Optional.of(
        StatusEntry.read(whole)
            .orElseThrow(() -> invalid(ENTRY, "Name a list and an index, or neither.")));
  }

  private static boolean value(JsonObject holder) {
    JsonValue value = holder.get("status");
    if (JsonValue.TRUE.equals(value) || JsonTree.string("1").equals(value)) {
      return true;
    }
    if (JsonValue.FALSE.equals(value) || JsonTree.string("0").equals(value)) {
      return false;
    }
    throw invalid("/credentialStatus/status", "A status is \"1\" or true, \"0\" or false.");
  }

  private static ProblemException invalid(String field, String detail) {
    return new ProblemException(Problems.invalidValue(field, detail));
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(60, name.length()));
  }

  private static Problem problem(Refused refused) {
    return switch (refused) {
      case Refused.MayNotIssue(var because) -> Refusals.problem(because);
      case Refused.CannotSign _ -> Problems.unavailable();
      case Refused.NotFit(List<Unfit> faults) -> notFit(faults);
    };
  }

  private static Problem notFit(List<Unfit> faults) {
    var errors = new Violations();
    for (Unfit fault : faults) {
      errors.add(fault.code(), fault.place(), "See the how-to on the VC-API for this code.");
    }
    return Problem.of(
            422,
            "credential-not-fit",
            "The credential is not signed as it stands",
            "Change what errors names, and send the request again.")
        .with("errors", errors.errors());
  }

  /** A place in a status list for one request, which refusals and repetitions leave unused. */
  private final class Place {
    private final IssuerInstance instance;
    private final Optional<StatusPlace> taken;
    private boolean used;

    Place(IssuerInstance instance) {
      this.instance = instance;
      this.taken = instance.status() ? places.take(instance.organisation()) : Optional.empty();
    }

    void giveBackIfUnused() {
      if (!used) {
        taken.ifPresent(place -> places.giveBack(instance.organisation(), place));
      }
    }
  }
}
