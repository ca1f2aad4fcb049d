package org.mikromerit.credential.openbadge;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.Urn;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.status.StatusEntry;

/** Writes a credential as an Open Badge 3.0; the same content always gives the same document. */
public final class OpenBadgeComposer {

  private OpenBadgeComposer() {}

  /** The document to sign. */
  public static JsonObject compose(CredentialContent content) {
    JsonObjectBuilder document =
        JsonTree.object()
            .add(
                "@context",
                JsonTree.array()
                    .add(PinnedContexts.CREDENTIALS_V2)
                    .add(PinnedContexts.OPEN_BADGES)
                    .add(PinnedContexts.MIKROMERIT))
            .add("id", content.id().urn())
            .add("type", JsonTree.array().add("VerifiableCredential").add("OpenBadgeCredential"))
            .add("issuer", issuer(content))
            .add("validFrom", Instants.write(content.issuedAt()));
    if (content.validUntil() != null) {
      document.add("validUntil", Instants.write(content.validUntil()));
    }
    document
        .add("awardedDate", Instants.write(content.awardedAt()))
        .add("name", content.definition().title().main())
        .add("credentialSubject", subject(content));
    if (content.underRight() != null) {
      document.add(Terms.ISSUING_RIGHT, Urn.of(content.underRight().right()));
    }
    if (content.award() != null) {
      document.add(Terms.AWARDED_FOR, AwardWriter.awardedFor(content.award()));
    }
    AwardWriter.evidence(content).ifPresent(evidence -> document.add("evidence", evidence));
    return document.add("credentialStatus", StatusEntry.json(content.statuses())).build();
  }

  private static JsonObject issuer(CredentialContent content) {
    Definition definition = content.definition();
    JsonObjectBuilder address =
        JsonTree.object()
            .add("type", JsonTree.array().add("Address"))
            .add("addressCountryCode", definition.country());
    if (definition.region() != null) {
      address.add("addressRegion", definition.region());
    }
    return JsonTree.object()
        .add("id", content.issuer().did().value())
        .add("type", JsonTree.array().add("Profile"))
        .add("name", content.issuer().name())
        .add("address", address)
        .build();
  }

  private static JsonObject subject(CredentialContent content) {
    JsonObjectBuilder subject =
        JsonTree.object()
            .add("type", JsonTree.array().add("AchievementSubject"))
            .add("identifier", JsonTree.array().add(name(content.holder())));
    AssessmentResult result = content.result();
    if (result != null) {
      subject.add(
          "result",
          JsonTree.array()
              .add(
                  JsonTree.object()
                      .add("type", JsonTree.array().add("Result"))
                      .add("resultDescription", AchievementWriter.resultId(content.definition()))
                      .add("value", result.grade())));
    }
    return subject
        .add(
            "achievement",
            AchievementWriter.achievement(content.definition(), result, content.underRight()))
        .build();
  }

  // Unhashed, or nobody would see whose credential it is; a hashed name could be guessed anyway.
  private static JsonObject name(Holder holder) {
    return JsonTree.object()
        .add("type", "IdentityObject")
        .add("hashed", false)
        .add("identityHash", holder.fullName())
        .add("identityType", "name")
        .build();
  }
}
