package org.mikromerit.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.testing.HostileTexts;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

@Tag("S3")
class SdJwtIssuerTest {

  private static final String NAME = "/credentialSubject/identifier/0";
  private static final String RESULT = "/credentialSubject/result";

  private final SdJwtIssuer issuer = new SdJwtIssuer(new SecureRandom());

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"P256", "P384", "ED25519"})
  void allOfItIsTheWholeCredential(KeyType type) throws Exception {
    SigningKey key = Samples.key(type);

    SdJwt issued = issue(Samples.unsigned(), key);
    Verdict verdict = verdict(issued.text(), key);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.facts().orElseThrow().holderName()).contains("Åsa Öberg");
  }

  @Test
  @Tag("CTRL-2")
  void nothingOfItIsStillReadAndSaysNothingOfThePerson() throws Exception {
    SdJwt issued = issue(Samples.unsigned(), Samples.key(KeyType.P256));

    SdJwt shown = issued.showing(List.of());
    Verdict verdict = verdict(shown.text(), Samples.key(KeyType.P256));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.facts().orElseThrow().holderName()).isEmpty();
    assertThat(decoded(shown)).doesNotContain("Öberg", "\"VG\"", "observation", "Desinficerar");
  }

  @Test
  @Tag("CTRL-2")
  void onlyWhatIsChosenIsShown() throws Exception {
    SdJwt issued = issue(Samples.unsigned(), Samples.key(KeyType.P256));

    SdJwt shown = issued.showing(List.of(RESULT));

    assertThat(shown.choices()).containsExactly(RESULT);
    assertThat(decoded(shown)).contains("\"VG\"").doesNotContain("Öberg", "observation");
  }

  @Test
  void whatIsWithinAnotherBringsThatAlong() {
    SdJwt issued = issue(Samples.unsigned(), Samples.key(KeyType.P256));
    String outcome = "/credentialSubject/achievement/learningOutcome/0";

    SdJwt shown = issued.showing(List.of(outcome + "/outcomeSkill"));

    assertThat(shown.choices()).containsExactlyInAnyOrder(outcome, outcome + "/outcomeSkill");
  }

  @Test
  void whatIsNotThereCannotBeChosen() {
    SdJwt issued = issue(Samples.unsigned(), Samples.key(KeyType.P256));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> issued.showing(List.of("/credentialStatus")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> issued.showing(List.of(RESULT)).showing(List.of(NAME)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/issuer",
        "/issuer/name",
        "/@context",
        "/type",
        "/id",
        "/validFrom",
        "/validUntil",
        "/awardedDate",
        "/credentialStatus",
        "/credentialStatus/statusListIndex",
        "/credentialStatus/*",
        "/credentialSchema",
        "/proof",
        "/credentialSubject",
        "/credentialSubject/id",
        "/credentialSubject/type",
        "/credentialSubject/achievement/id",
        "/status",
        "/evidence/*/type",
        "/evidence/*/_sd",
        "/evidence/*/...",
        "/_sd_alg",
        "",
        "/",
        "evidence",
        "/a//b",
        "/a~1b"
      })
  void whatAVerifierMustSeeIsNotForTheHolderToChoose(String pointer) {
    assertThatIllegalArgumentException().isThrownBy(() -> Disclosable.of(pointer));
  }

  // Else the holder of a broken award could hide what broke it.
  @Test
  @Tag("STK-3")
  void aPartThatAnAwardRestsOnIsAlwaysShown() throws Exception {
    SdJwt issued = issue(Samples.unsignedAward(), Samples.key(KeyType.P256));

    Verdict verdict = verdict(issued.showing(List.of()).text(), Samples.key(KeyType.P256));

    assertThat(verdict.facts().orElseThrow().parts()).hasSize(2);
    assertThat(issued.choices()).contains("/evidence/2").doesNotContain("/evidence/0");
  }

  @Test
  void eachSaltIsItsOwnAndLong() {
    Set<String> salts = new HashSet<>();
    SdJwt issued = issue(Samples.unsigned(), Samples.key(KeyType.P256));
    SdJwt again = issue(Samples.unsigned(), Samples.key(KeyType.P256));

    for (SdJwt each : List.of(issued, again)) {
      for (Disclosure disclosure : each.disclosures()) {
        String contents =
            new String(Base64Url.decode(disclosure.text()).orElseThrow(), StandardCharsets.UTF_8);
        salts.add(contents.substring(2, contents.indexOf('"', 2)));
      }
    }

    assertThat(salts)
        .hasSize(issued.disclosures().size() * 2)
        .allSatisfy(salt -> assertThat(Base64Url.decode(salt).orElseThrow()).hasSize(16));
  }

  @Test
  void theOrderOfDigestsTellsNothing() throws Exception {
    JsonObject payload = payload(issue(Samples.unsigned(), Samples.key(KeyType.P256)));

    List<String> digests =
        digests(payload.getJsonObject("credentialSubject").getJsonObject("achievement"));

    assertThat(digests).hasSizeGreaterThan(3).isSorted();
  }

  @Test
  void decoysStandAmongTheDigestsAndAreReadAsNothing() throws Exception {
    SdJwt issued =
        new SdJwtIssuer(new SecureRandom(), 3)
            .issue(
                Samples.unsigned(),
                Disclosable.of(RESULT),
                Optional.empty(),
                Samples.key(KeyType.P256),
                name(Samples.key(KeyType.P256)),
                Samples.ISSUED);

    assertThat(issued.disclosures()).hasSize(1);
    assertThat(digests(payload(issued).getJsonObject("credentialSubject"))).hasSize(4);
    assertThat(verdict(issued.text(), Samples.key(KeyType.P256)).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  void theHolderIsNamedByTheirKey() throws Exception {
    SigningKey holder = Samples.key(KeyType.P384);
    SdJwt issued =
        issuer.issue(
            Samples.unsigned(),
            HolderChoice.standard(),
            Optional.of(holder.publicKey()),
            Samples.key(KeyType.P256),
            name(Samples.key(KeyType.P256)),
            Samples.ISSUED);

    JsonObject confirmation = payload(issued).getJsonObject("cnf");

    assertThat(confirmation.getJsonObject("jwk").getString("crv")).isEqualTo("P-384");
  }

  @Test
  void textsOfAnyKindComeThrough() throws Exception {
    for (String text : HostileTexts.all()) {
      JsonObject credential =
          JsonTree.object(Samples.unsigned())
              .add(
                  "credentialSubject",
                  JsonTree.object(Samples.unsigned().getJsonObject("credentialSubject"))
                      .add("result", JsonTree.array().add(JsonTree.object().add("value", text))))
              .build();

      SdJwt issued = issue(credential, Samples.key(KeyType.P256));

      assertThat(Disclosed.of(payload(issued), issued.disclosures()).claims())
          .containsAllEntriesOf(credential);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"proof", "iss", "exp", "cnf", "jti", "_sd", "_sd_alg", "..."})
  void membersThatATokenHasForItselfAreRefused(String member) {
    JsonObject credential = JsonTree.object(Samples.unsigned()).add(member, "x").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(credential, Samples.key(KeyType.P256)));
  }

  @Test
  void aKeyOfAnotherIssuerDoesNotSign() {
    SigningKey key = Samples.key(KeyType.P256);
    VerificationMethodId foreign =
        VerificationMethodId.of(new Did("did:web:example.org"), key.publicKey());

    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                issuer.issue(
                    Samples.unsigned(),
                    HolderChoice.standard(),
                    Optional.empty(),
                    key,
                    foreign,
                    Samples.ISSUED));
  }

  @Test
  void whatLintFindsFaultWithIsNotSigned() {
    JsonObject endsBeforeItBegins =
        JsonTree.object(Samples.unsigned()).add("validUntil", "1999-01-01T00:00:00Z").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> issue(endsBeforeItBegins, Samples.key(KeyType.P256)))
        .withMessageContaining("not fit to be signed");
  }

  private SdJwt issue(JsonObject credential, SigningKey key) {
    return issuer.issue(
        credential, HolderChoice.standard(), Optional.empty(), key, name(key), Samples.ISSUED);
  }

  private static VerificationMethodId name(SigningKey key) {
    return VerificationMethodId.of(Samples.SCHOOL, key.publicKey());
  }

  private static Verdict verdict(String text, SigningKey key) throws Exception {
    return new World()
        .know(name(key), key.publicKey())
        .verification()
        .verify(text.getBytes(StandardCharsets.US_ASCII), Samples.NOW);
  }

  private static JsonObject payload(SdJwt issued) throws Exception {
    return StrictJson.parse(Base64Url.decode(issued.text().split("\\.", -1)[1]).orElseThrow());
  }

  private static List<String> digests(JsonObject object) {
    JsonArray digests = object.getJsonArray("_sd");
    return digests.getValuesAs(JsonString::getString);
  }

  /** Everything that can be read of a text without any key. */
  private static String decoded(SdJwt shown) throws Exception {
    StringBuilder all = new StringBuilder(payload(shown).toString());
    shown.disclosures().forEach(each -> all.append(each.value()));
    return all.toString();
  }
}
