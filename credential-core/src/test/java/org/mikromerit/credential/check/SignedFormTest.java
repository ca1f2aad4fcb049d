package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.testing.Samples;

/** A key was lost; what its owner had signed is known again in whatever it comes. */
@Tag("S6")
@Tag("S7")
class SignedFormTest extends CheckTest {

  @BeforeEach
  void theKeyWasLostAndTheLedgerHasSpoken() {
    world
        .answer(Samples.METHOD, new IssuerKeys.Held(Samples.KEY.publicKey(), BEFORE, null, AFTER))
        .answer(new CompromisedKeys.NotRegistered());
  }

  @Test
  void aDocumentIsKnownByItsTextWithoutTheBlanksAroundIt() {
    String document = text(signed());
    world.register(document);

    assertKnown("\r\n\t " + document + " \n");
  }

  @Test
  void aTokenIsKnownAloneAndInAnEnvelope() {
    String token = token();
    world.register(token);

    assertKnown(token);
    assertKnown(enveloped("application/vc+jwt", token));
  }

  @Test
  void anSdJwtIsKnownByWhatItsIssuerSignedWhateverIsShownOfIt() {
    SdJwt issued = selective();
    world.register(issued.text().split("~", 2)[0]);

    assertKnown(issued.text());
    assertKnown(issued.showing(List.of()).text());
    assertKnown(enveloped("application/vc+sd-jwt", issued.text()));
  }

  @Test
  void whatTheThiefPutsAroundARegisteredDigestIsNotKnown() {
    String registered = token();
    world.register(registered);

    assertThat(codes(verdict(enveloped("application/vc+jwt", registered + " "))))
        .doesNotContain(FindingCode.KEY_REVOKED_AFTER_REGISTRATION);
    assertThat(codes(verdict(text(signed()))))
        .contains(FindingCode.KEY_REVOKED_BEFORE_REGISTRATION);
  }

  private void assertKnown(String document) {
    assertConcludes(
        verdict(document),
        Conclusion.VALID_WITH_WARNINGS,
        FindingCode.KEY_REVOKED_AFTER_REGISTRATION);
  }

  private Verdict verdict(String document) {
    try {
      return world.verification().verify(document.getBytes(StandardCharsets.UTF_8), Samples.NOW);
    } catch (MalformedJson e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String token() {
    return CredentialJwt.sign(
        CredentialJwt.Form.VC, Samples.unsigned(), Samples.KEY, Samples.METHOD, Samples.ISSUED);
  }

  private static SdJwt selective() {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            Samples.unsigned(),
            HolderChoice.standard(),
            Optional.empty(),
            Samples.KEY,
            Samples.METHOD,
            Samples.ISSUED);
  }

  private static String enveloped(String type, String token) {
    JsonObject envelope =
        JsonTree.object()
            .add("@context", "https://www.w3.org/ns/credentials/v2")
            .add("type", "EnvelopedVerifiableCredential")
            .add("id", "data:" + type + "," + token)
            .build();
    return text(StrictJson.write(envelope));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
