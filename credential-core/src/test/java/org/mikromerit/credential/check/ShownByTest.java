package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.testing.Samples;

/** Who presents a credential shows to be its holder only if it names them. */
@Tag("VER-2")
class ShownByTest extends CheckTest {
  private static final SigningKey ALICE = Samples.key("Alice");
  private static final Did ALICES = DidKey.of(ALICE.publicKey());
  private static final Did MALLORYS = DidKey.of(Samples.key("Mallory").publicKey());

  @Test
  void anothersCredentialIsNotThePresenters() {
    assertBroken(shown(Samples.signed(about(ALICES.value())), by(MALLORYS)));
    assertBroken(shown(jwt(about(ALICES.value())), by(MALLORYS)));
  }

  @Test
  void anothersKeyIsNotThePresentersWhereTheKeyBindingWasTakenAway() {
    assertBroken(shown(selective(Samples.unsigned()), by(MALLORYS)));
    assertBroken(shown(StrictJson.write(enveloped(selective(Samples.unsigned()))), by(MALLORYS)));
  }

  @Test
  void aKeyCountsAndNotWhomItIsSaidToBeAbout() {
    assertBroken(shown(selective(about(MALLORYS.value())), by(MALLORYS)));
  }

  @Test
  void anothersCredentialIsNotThePresentersHoweverItsSubjectIsNamed() {
    assertBroken(shown(Samples.signed(about("did:web:alice.example")), by(MALLORYS)));
  }

  @Test
  void itsHolderWhoPresentsItNowIsShown() {
    assertFinds(FindingCode.HOLDER_BINDING_SHOWN, about(ALICES.value()), by(ALICES));
    assertThat(holder(shown(selective(Samples.unsigned()), by(ALICES))).code())
        .isEqualTo(FindingCode.HOLDER_BINDING_SHOWN);
  }

  @Test
  void whatItsHolderPresentedAtSomeTimeMayBePresentedByAnybody() {
    assertFinds(
        FindingCode.HOLDER_BINDING_NOT_SHOWN,
        about(ALICES.value()),
        new ShownBy.Presenter(ALICES, false));
  }

  @Test
  void whatNamesAHolderWhomNobodyShowedToBeSaysSo() {
    assertFinds(FindingCode.HOLDER_BINDING_NOT_SHOWN, about(ALICES.value()), new ShownBy.Anybody());
  }

  @Test
  void whatNamesNobodyIsAnybodysWhoPresentsIt() {
    assertFinds(FindingCode.NOT_BOUND_TO_HOLDER, Samples.unsigned(), by(MALLORYS));
    assertFinds(FindingCode.NOT_BOUND_TO_HOLDER, about("urn:x:1"), by(MALLORYS));
  }

  private void assertFinds(FindingCode code, JsonObject credential, ShownBy by) {
    assertThat(holder(shown(Samples.signed(credential), by)).code()).isEqualTo(code);
    assertThat(holder(shown(jwt(credential), by)).code()).isEqualTo(code);
  }

  private static void assertBroken(Verdict verdict) {
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(holder(verdict))
        .isEqualTo(
            new Finding(
                CheckName.HOLDER_BINDING,
                FindingCode.HOLDER_BINDING_BROKEN,
                Map.of("because", "other-holder")));
  }

  private static Finding holder(Verdict verdict) {
    return verdict.findings().stream()
        .filter(finding -> finding.check() == CheckName.HOLDER_BINDING)
        .findFirst()
        .orElseThrow();
  }

  private Verdict shown(byte[] document, ShownBy by) {
    try {
      return world.verification().verify(document, by, Moment.now(Samples.NOW));
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static ShownBy by(Did holder) {
    return new ShownBy.Presenter(holder, true);
  }

  private static JsonObject about(String subject) {
    JsonObject unsigned = Samples.unsigned();
    JsonValue id = JsonTree.string(subject);
    return with(
        unsigned, "credentialSubject", with(unsigned.getJsonObject("credentialSubject"), "id", id));
  }

  private static byte[] jwt(JsonObject credential) {
    return CredentialJwt.sign(
            CredentialJwt.Form.VC, credential, Samples.KEY, Samples.METHOD, Samples.ISSUED)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] selective(JsonObject credential) {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            credential,
            HolderChoice.standard(),
            Optional.of(ALICE.publicKey()),
            Samples.KEY,
            Samples.METHOD,
            Samples.ISSUED)
        .text()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject enveloped(byte[] token) {
    return JsonTree.object()
        .add("@context", "https://www.w3.org/ns/credentials/v2")
        .add("type", "EnvelopedVerifiableCredential")
        .add("id", "data:application/vc+sd-jwt," + new String(token, StandardCharsets.UTF_8))
        .build();
  }
}
