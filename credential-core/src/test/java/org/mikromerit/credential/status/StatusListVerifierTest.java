package org.mikromerit.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.status.StatusListVerifier.Reason;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

class StatusListVerifierTest {

  private final StatusListVerifier verifier = new World().listVerifier();

  @Test
  void aListThatItsIssuerSignedIsTrusted() {
    var reading = verifier.read(Samples.statusList(5), Samples.NOW);

    assertThat(reading).isInstanceOf(StatusListVerifier.Trusted.class);
    VerifiedStatusList list = ((StatusListVerifier.Trusted) reading).list();
    assertThat(list.bit(5)).hasValue(1);
    assertThat(list.bit(6)).hasValue(0);
    assertThat(list.bit(StatusBits.FEWEST)).isEmpty();
    assertThat(list.bit(-1)).isEmpty();
    assertThat(list.list().issuer()).isEqualTo(Samples.SCHOOL);
    assertThat(list.isStale(Samples.NOW)).isFalse();
    assertThat(list.isStale(Samples.LIST_ENDS)).isTrue();
  }

  @Test
  void anotherListUnderTheSameSignatureIsNotTrusted() throws Exception {
    JsonObject standing = StrictJson.parse(Samples.statusList(), Bounds.STATUS_LIST);
    JsonObject revoking = StrictJson.parse(Samples.statusList(5), Bounds.STATUS_LIST);
    JsonObject forged =
        JsonTree.object(revoking)
            .add("credentialSubject", standing.getJsonObject("credentialSubject"))
            .build();

    assertRefused(forged, Reason.PROOF_BROKEN);
  }

  @Test
  void anUnsignedListIsNotTrusted() throws Exception {
    var unsigned = JsonTree.object(StrictJson.parse(Samples.statusList(), Bounds.STATUS_LIST));
    unsigned.remove("proof");

    assertRefused(unsigned.build(), Reason.PROOF_BROKEN);
  }

  @Test
  void aListOfAnUnknownIssuerIsNotTrusted() {
    SigningKey stranger = Samples.key("stranger");
    var did = DidWeb.of(Samples.PUBLIC_BASE, "organisations", "x");
    byte[] list =
        Samples.signed(
            with(unsigned(), "issuer", JsonTree.string(did.value())),
            stranger,
            VerificationMethodId.of(did, stranger.publicKey()));

    assertThat(verifier.read(list, Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.PROOF_UNCHECKED));
  }

  @Test
  @Tag("S6")
  void aListOfAKeyThatHadEndedWhenItBeginsIsNotTrusted() {
    var ended = new IssuerKeys.Held(Samples.KEY.publicKey(), null, Samples.ISSUED, null);
    var world = new World().answer(Samples.METHOD, ended);

    assertThat(world.listVerifier().read(Samples.statusList(), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.PROOF_UNCHECKED));
  }

  @Test
  void aListFromBeforeItsKeyWasReplacedIsTrusted() {
    var replaced =
        new IssuerKeys.Held(
            Samples.KEY.publicKey(), Samples.ISSUED, Samples.ISSUED.plusMillis(1), null);
    var world = new World().answer(Samples.METHOD, replaced);

    assertThat(world.listVerifier().read(Samples.statusList(), Samples.NOW))
        .isInstanceOf(StatusListVerifier.Trusted.class);
  }

  @Test
  void aListThatClaimsAnotherIssuerIsNotTrusted() throws Exception {
    SigningKey stranger = Samples.key("stranger");
    byte[] list =
        Samples.signed(
            with(unsigned(), "issuer", JsonTree.string(DidKey.of(stranger.publicKey()).value())),
            stranger,
            DidKey.verificationMethod(stranger.publicKey()));
    JsonObject claimed =
        with(
            StrictJson.parse(list, Bounds.STATUS_LIST),
            "issuer",
            JsonTree.string(Samples.SCHOOL.value()));

    assertRefused(claimed, Reason.PROOF_BROKEN);
  }

  @Test
  void aListWithoutAnEndIsNotTrusted() {
    var endless = JsonTree.object(unsigned());
    endless.remove("validUntil");

    assertThat(verifier.read(Samples.signed(endless.build()), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.MALFORMED));
  }

  @Test
  void aListWhoseBitsCannotBeReadIsNotTrusted() {
    JsonObject subject =
        with(
            unsigned().getJsonObject("credentialSubject"), "encodedList", JsonTree.string("uAAAA"));

    assertThat(
            verifier.read(
                Samples.signed(with(unsigned(), "credentialSubject", subject)), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.BITS_UNREADABLE));
  }

  @Test
  @Tag("S2")
  void whatNobodySignedIsNotUnpacked() {
    JsonObject subject =
        with(
            unsigned().getJsonObject("credentialSubject"), "encodedList", JsonTree.string("uAAAA"));

    assertRefused(with(unsigned(), "credentialSubject", subject), Reason.PROOF_BROKEN);
  }

  @Test
  void aListFromTheFutureIsNotTrusted() {
    assertThat(verifier.read(Samples.statusList(), Samples.ISSUED.minusSeconds(60)))
        .isEqualTo(new StatusListVerifier.Refused(Reason.NOT_YET_VALID));
  }

  @Test
  void aCredentialIsNoList() {
    assertThat(verifier.read(Samples.signed(Samples.unsigned()), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.MALFORMED));
  }

  @Test
  void whatIsNotJsonIsNoList() {
    assertThat(verifier.read("<html>".getBytes(StandardCharsets.UTF_8), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(Reason.MALFORMED));
  }

  private void assertRefused(JsonObject list, Reason reason) {
    assertThat(verifier.read(StrictJson.write(list), Samples.NOW))
        .isEqualTo(new StatusListVerifier.Refused(reason));
  }

  private static JsonObject unsigned() {
    return new StatusListCredential(
            Samples.LIST,
            Samples.SCHOOL,
            StatusPurpose.REVOCATION,
            StatusBits.blank(StatusBits.FEWEST),
            Samples.ISSUED,
            Samples.LIST_ENDS)
        .unsigned();
  }

  private static JsonObject with(JsonObject json, String member, JsonValue value) {
    return JsonTree.object(json).add(member, value).build();
  }
}
