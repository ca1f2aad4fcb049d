package org.mikromerit.issuer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.mikromerit.credential.check.CompromisedKeys;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.PublicKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.events.Topic;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;

/** Somebody who verifies by what an institution announced, and by nothing else. */
record Employer(TopicProbe topics, OrganisationKeyChangedV1 announcedKey) {

  static Employer of(TopicProbe topics, Institution institution) {
    OrganisationKeyChangedV1 key =
        Await.untilPresent(
            "the key was announced",
            () ->
                topics.read(Topic.ORGANISATION_KEY, OrganisationKeyChangedV1.class).stream()
                    .map(event -> event.data())
                    .filter(data -> data.organisationId().equals(institution.id))
                    .findFirst()
                    .orElse(null));
    return new Employer(topics, key);
  }

  /** The newest announced token of a list of revocations. */
  StatusListToken tokenList(UUID list) {
    String token = Institution.announcedList(topics, list).token();
    return VerifiedTokenList.read(String.valueOf(token), this::key, Instant.now())
        .orElseThrow()
        .list();
  }

  List<FindingCode> verify(String document) {
    try {
      return Verification.standard(
              this::key,
              this::issuer,
              this::right,
              this::list,
              CredentialStatuses.none(),
              CompromisedKeys.none())
          .verify(document.getBytes(StandardCharsets.UTF_8), Instant.now())
          .findings()
          .stream()
          .map(Finding::code)
          .toList();
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private IssuerKeys.Answer key(VerificationMethodId method) {
    return method.url().equals(announcedKey.verificationMethod())
        ? IssuerKeys.Held.always(
            PublicKey.fromMultibase(announcedKey.publicKeyMultibase()).orElseThrow())
        : new IssuerKeys.UnknownIssuer();
  }

  private Issuers.Answer issuer(Did issuer) {
    return announcedKey.verificationMethod().startsWith(issuer.value() + "#")
        ? new Issuers.Listed(
            Institution.NAME,
            List.of(new Issuers.Entitlement(Instant.parse("2026-01-07T08:00:00Z"), true)))
        : new Issuers.Unlisted();
  }

  /** Of the definition whose creator is meant here, every one is the institution's own. */
  private IssuingRights.Answer right(UUID definition, Did issuer) {
    return new IssuingRights.Created();
  }

  private StatusLists.Answer list(URI address) {
    String path = address.getPath();
    UUID id = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    byte[] signed =
        Institution.announcedList(topics, id).credential().getBytes(StandardCharsets.UTF_8);
    var verifier =
        new StatusListVerifier(StrictJsonLd.standard(), ProofVerifier.standard(this::key));
    return switch (verifier.read(signed, Instant.now())) {
      case StatusListVerifier.Trusted trusted -> new StatusLists.Held(trusted.list());
      case StatusListVerifier.Refused refused -> throw new AssertionError(refused);
    };
  }
}
