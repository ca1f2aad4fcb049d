package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;

@Tag("SOC-1")
@Tag("VER-2")
class EndorsementsCheckTest extends CheckTest {

  private static final CredentialId ENDORSEMENT =
      CredentialId.of("0190b000-0000-7000-8000-0000000000e1");
  private static final Did SECTOR = DidWeb.of(Samples.PUBLIC_BASE, "organisations", "sector");
  private static final SigningKey KEY = Samples.key("sector");
  private static final VerificationMethodId METHOD =
      VerificationMethodId.of(SECTOR, KEY.publicKey());

  @BeforeEach
  void theSectorIsKnown() {
    world.know(METHOD, KEY.publicKey());
    world.entitle(SECTOR, "Vårdföretagarna", new Issuers.Entitlement(BEFORE, true));
  }

  @Test
  void anEndorsementByWhoIsInTheRegisterHoldsAndNamesTheEndorser() {
    Finding finding = only(token(endorsing(Samples.hygiene().urn())));

    assertThat(finding.code()).isEqualTo(FindingCode.ENDORSED);
    assertThat(finding.evidence())
        .containsEntry("name", "Vårdföretagarna")
        .containsEntry("endorser", SECTOR.value())
        .containsEntry("endorses", "achievement");
  }

  @Test
  void theCredentialAndTheIssuerCanBeEndorsedToo() {
    assertThat(only(token(endorsing(Samples.ID.urn()))).evidence())
        .containsEntry("endorses", "credential");
    assertThat(only(token(endorsing(Samples.SCHOOL.value()))).evidence())
        .containsEntry("endorses", "issuer");
  }

  @Test
  void aDocumentWithinAToken() {
    JsonObject endorsement = json(Samples.signed(endorsing(Samples.hygiene().urn()), KEY, METHOD));
    JsonObject unsigned =
        with(Samples.unsigned(), "endorsement", JsonTree.array().add(endorsement).build());

    assertThat(only(verifyToken(unsigned)).code()).isEqualTo(FindingCode.ENDORSED);
  }

  @Test
  void aDocumentWithinAnotherThatIsProvenByItsMeaningIsNotTakenApart() {
    JsonObject endorsement = json(Samples.signed(endorsing(Samples.hygiene().urn()), KEY, METHOD));
    JsonObject carrying =
        with(json(signed()), "endorsement", JsonTree.array().add(endorsement).build());

    assertConcludes(
        verify(carrying), Conclusion.UNDECIDED, FindingCode.ENDORSEMENT_NOT_TAKEN_APART);
  }

  @Test
  void aBrokenEndorsementIsToldAndLeavesTheCredentialStanding() {
    String token = token(endorsing(Samples.hygiene().urn()));
    String broken = token.substring(0, token.length() - 8) + "AAAAAAAA";

    Verdict verdict = verifyWith(broken);

    assertConcludes(verdict, Conclusion.VALID_WITH_WARNINGS, FindingCode.ENDORSEMENT_BROKEN);
  }

  @Test
  void aChangedDocumentWithinATokenIsBroken() {
    JsonObject endorsement = json(Samples.signed(endorsing(Samples.hygiene().urn()), KEY, METHOD));
    JsonObject unsigned =
        with(
            Samples.unsigned(),
            "endorsement",
            JsonTree.array().add(with(endorsement, "name", JsonTree.string("Better"))).build());

    assertThat(only(verifyToken(unsigned)).code()).isEqualTo(FindingCode.ENDORSEMENT_BROKEN);
  }

  @Test
  void anEndorsementOfSomethingElseIsNoneOfThis() {
    assertThat(only(token(endorsing("urn:uuid:0190c000-0000-7000-8000-00000000dead"))).code())
        .isEqualTo(FindingCode.ENDORSEMENT_OF_ANOTHER);
  }

  @Test
  void whoEndorsesItselfIsNoEndorser() {
    JsonObject own =
        with(
            endorsing(Samples.hygiene().urn()),
            "issuer",
            profile(Samples.SCHOOL, Samples.SCHOOL_NAME));
    String token =
        CredentialJwt.sign(CredentialJwt.Form.VC, own, Samples.KEY, Samples.METHOD, Samples.ISSUED);

    assertThat(only(token).code()).isEqualTo(FindingCode.ENDORSED_BY_ITSELF);
  }

  @Test
  void anEndorserWhoIsInNoRegisterIsUnknown() {
    Did anybody = DidKey.of(stranger.publicKey());
    JsonObject theirs =
        with(endorsing(Samples.hygiene().urn()), "issuer", profile(anybody, "Vårdföretagarna"));
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            theirs,
            stranger,
            DidKey.verificationMethod(stranger.publicKey()),
            Samples.ISSUED);

    Finding finding = only(token);

    assertThat(finding.code()).isEqualTo(FindingCode.ENDORSER_UNKNOWN);
    assertThat(finding.evidence()).doesNotContainKey("name");
  }

  @Test
  @Tag("S1")
  void whereAnUnknownEndorsersStatusIsToldIsNotLookedUp() {
    Did anybody = DidKey.of(stranger.publicKey());
    URI theirs = URI.create("https://inside.example/");
    JsonObject sending =
        with(
            with(endorsing(Samples.hygiene().urn()), "issuer", profile(anybody, "Vem som helst")),
            "credentialStatus",
            new StatusEntry(StatusPurpose.REVOCATION, theirs, 1).json());
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            sending,
            stranger,
            DidKey.verificationMethod(stranger.publicKey()),
            Samples.ISSUED);

    assertThat(only(token).code()).isEqualTo(FindingCode.ENDORSER_UNKNOWN);
    assertThat(world.lookedUp()).contains(Samples.LIST).doesNotContain(theirs);
  }

  @Test
  void anEndorserWhoseKeysWeDoNotHoldCouldNotBeChecked() {
    JsonObject theirs =
        with(endorsing(Samples.hygiene().urn()), "issuer", profile(strangersDid, "Okänd"));
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            theirs,
            stranger,
            VerificationMethodId.of(strangersDid, stranger.publicKey()),
            Samples.ISSUED);

    assertConcludes(
        verifyWith(token), Conclusion.VALID_WITH_WARNINGS, FindingCode.ENDORSEMENT_NOT_CHECKED);
  }

  @Test
  void anEndorsementThatWasTakenBackDoesNotStand() {
    world.announce(
        ENDORSEMENT, new CredentialStatuses.Revoked(Optional.of("error"), Samples.ISSUED));

    Finding finding = only(token(endorsing(Samples.hygiene().urn())));

    assertThat(finding.code()).isEqualTo(FindingCode.ENDORSEMENT_DOES_NOT_STAND);
    assertThat(finding.evidence()).containsEntry("because", "revoked");
  }

  @Test
  @Tag("S7")
  void anEndorsementOfALostKeyIsKnownByItsOwnDigest() {
    String token = token(endorsing(Samples.hygiene().urn()));
    world
        .answer(METHOD, new IssuerKeys.Held(KEY.publicKey(), BEFORE, null, AFTER))
        .answer(new CompromisedKeys.NotRegistered());

    assertThat(only(token).code()).isEqualTo(FindingCode.ENDORSEMENT_DOES_NOT_STAND);
    world.register(token);
    assertThat(only(token).code()).isEqualTo(FindingCode.ENDORSED);
  }

  @Test
  void anEndorsementThatHasEndedDoesNotStand() {
    JsonObject ended =
        with(
            endorsing(Samples.hygiene().urn()),
            "validUntil",
            JsonTree.string(Samples.ISSUED.plusSeconds(1).toString()));

    assertThat(only(token(ended)).code()).isEqualTo(FindingCode.ENDORSEMENT_DOES_NOT_STAND);
  }

  @Test
  void anEndorserWhoWasNotAuthorisedDoesNotCount() {
    world.entitle(SECTOR, "Vårdföretagarna", new Issuers.Entitlement(BEFORE, false));

    assertThat(only(token(endorsing(Samples.hygiene().urn()))).evidence())
        .containsEntry("because", "issuer-not-authorised-at-issue");
  }

  @Test
  void anotherCredentialIsNoEndorsement() {
    String credential =
        CredentialJwt.sign(
            CredentialJwt.Form.VC, Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED);

    assertThat(only(credential).code()).isEqualTo(FindingCode.ENDORSEMENT_BROKEN);
  }

  @Test
  @Tag("S2")
  void moreThanAFewAreNotLookedAt() {
    var tokens = JsonTree.array();
    for (int i = 0; i < 9; i++) {
      tokens.add("ey.x.y");
    }

    assertThat(codes(verifyToken(with(Samples.unsigned(), "endorsementJwt", tokens.build()))))
        .contains(FindingCode.TOO_MANY_ENDORSEMENTS);
  }

  private Finding only(String endorsement) {
    return only(verifyWith(endorsement));
  }

  private static Finding only(Verdict verdict) {
    List<Finding> findings =
        verdict.findings().stream()
            .filter(finding -> finding.check() == CheckName.ENDORSEMENTS)
            .toList();
    assertThat(findings).as(verdict.toString()).hasSize(1);
    return findings.getFirst();
  }

  private Verdict verifyWith(String endorsement) {
    JsonValue tokens = JsonTree.array().add(endorsement).build();
    return verifyToken(with(Samples.unsigned(), "endorsementJwt", tokens));
  }

  private Verdict verifyToken(JsonObject unsigned) {
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC, unsigned, Samples.KEY, Samples.METHOD, Samples.ISSUED);
    try {
      return world.verification().verify(token.getBytes(StandardCharsets.US_ASCII), Samples.NOW);
    } catch (MalformedJson e) {
      throw new AssertionError(e);
    }
  }

  private static String token(JsonObject endorsement) {
    return CredentialJwt.sign(CredentialJwt.Form.VC, endorsement, KEY, METHOD, Samples.ISSUED);
  }

  private static JsonObject endorsing(String id) {
    return JsonTree.object()
        .add(
            "@context",
            JsonTree.array().add(PinnedContexts.CREDENTIALS_V2).add(PinnedContexts.OPEN_BADGES))
        .add("id", ENDORSEMENT.urn())
        .add("type", JsonTree.array().add("VerifiableCredential").add("EndorsementCredential"))
        .add("name", "What we think of it")
        .add("issuer", profile(SECTOR, "Vårdföretagarna"))
        .add("validFrom", Instant.parse("2026-03-02T09:30:15Z").toString())
        .add(
            "credentialSubject",
            JsonTree.object()
                .add("id", id)
                .add("type", JsonTree.array().add("EndorsementSubject"))
                .add("endorsementComment", "Our members hire by it"))
        .build();
  }

  private static JsonObject profile(Did did, String name) {
    return JsonTree.object()
        .add("id", did.value())
        .add("type", JsonTree.array().add("Profile"))
        .add("name", name)
        .build();
  }
}
