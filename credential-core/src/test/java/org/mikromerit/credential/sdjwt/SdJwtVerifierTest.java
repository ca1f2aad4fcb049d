package org.mikromerit.credential.sdjwt;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.Moment;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.key.Jwk;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.proof.HolderChallenge;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** RFC 9901, section 7: what is refused, and what is said of whom it belongs to. */
@Tag("S3")
class SdJwtVerifierTest {

  private static final SigningKey KEY = Samples.key(KeyType.P256);
  private static final VerificationMethodId NAME =
      VerificationMethodId.of(Samples.SCHOOL, KEY.publicKey());
  private static final SigningKey HOLDER = SoftwareKey.generate(KeyType.P256, new SecureRandom());
  private static final HolderChallenge CHALLENGE =
      new HolderChallenge("https://employer.example", "n-0S6_WzA2Mj");
  private static final Verification WORLD = new World().know(NAME, KEY.publicKey()).verification();
  private static final Disclosure NAMED = Disclosure.ofMember("salt", "name", text("Hygien"));

  // What is shown.

  @Test
  void whatIsShownIsReadAsIfItHadStoodThere() {
    JsonObject payload = with("_sd", array(NAMED.digest()));

    Verdict verdict = verdict(signed(payload), NAMED);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void whereNoHashIsNamedItIsSha256() {
    JsonObjectBuilder payload = JsonTree.object(with("_sd", array(NAMED.digest())));
    payload.remove("_sd_alg");

    assertThat(verdict(signed(payload.build()), NAMED).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"sha-512\"", "\"SHA-256\"", "\"md5\"", "\"\"", "1", "null", "[]"})
  void anotherHashIsRefused(String algorithm) throws Exception {
    JsonObject payload =
        JsonTree.object(with("_sd", array(NAMED.digest())))
            .add("_sd_alg", value(algorithm))
            .build();

    assertUnsound(verdict(signed(payload), NAMED));
  }

  @Test
  void aDigestThatStandsTwiceIsRefused() {
    assertUnsound(verdict(signed(with("_sd", array(NAMED.digest(), NAMED.digest()))), NAMED));
  }

  @Test
  void aDigestThatStandsInTwoPlacesIsRefusedEvenIfNothingIsShownForIt() {
    JsonObject payload =
        JsonTree.object(with("_sd", array(NAMED.digest())))
            .add("extra", JsonTree.object().add("_sd", array(NAMED.digest())))
            .build();

    assertUnsound(verdict(signed(payload), NAMED));
    assertUnsound(verdict(signed(payload)));
  }

  @Test
  void aDigestThatADisclosureRepeatsIsRefused() {
    Disclosure outer =
        Disclosure.ofMember(
            "salt", "extra", JsonTree.object().add("_sd", array(NAMED.digest())).build());

    assertUnsound(
        verdict(signed(with("_sd", array(NAMED.digest(), outer.digest()))), NAMED, outer));
  }

  @Test
  void aDisclosureThatIsGivenTwiceIsRefused() {
    assertUnsound(verdict(signed(with("_sd", array(NAMED.digest()))), NAMED, NAMED));
  }

  @Test
  void aDisclosureForNoDigestIsRefused() {
    Disclosure own = Disclosure.ofMember("salt", "honours", text("all of them"));

    assertUnsound(verdict(signed(with("_sd", array(NAMED.digest()))), NAMED, own));
  }

  @Test
  void aDisclosureWhoseParentIsKeptBackIsRefused() {
    Disclosure outer =
        Disclosure.ofMember(
            "salt", "extra", JsonTree.object().add("_sd", array(NAMED.digest())).build());

    assertUnsound(verdict(signed(with("_sd", array(outer.digest()))), NAMED));
  }

  @Test
  void aMemberThatIsThereAlreadyIsNotReplaced() {
    Disclosure issuer = Disclosure.ofMember("salt", "validFrom", text("2020-01-01T00:00:00Z"));

    assertUnsound(verdict(signed(with("_sd", array(issuer.digest()))), issuer));
  }

  @Test
  void twoDisclosuresOfOneNameAreRefused() {
    Disclosure other = Disclosure.ofMember("salt", "name", text("Kirurgi"));

    assertUnsound(
        verdict(signed(with("_sd", array(NAMED.digest(), other.digest()))), NAMED, other));
  }

  @Test
  void anElementIsNoMemberAndAMemberNoElement() {
    Disclosure element = Disclosure.ofElement("salt", text("Hygien"));
    JsonObject digestOfElement = JsonTree.object().add("...", NAMED.digest()).build();

    assertUnsound(verdict(signed(with("_sd", array(element.digest()))), element));
    assertUnsound(
        verdict(signed(with("evidence", JsonTree.array().add(digestOfElement).build())), NAMED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_sd\":\"digest\"}",
        "{\"_sd\":[1]}",
        "{\"_sd\":null}",
        "{\"...\":\"digest\"}",
        "[{\"...\":1}]",
        "[{\"...\":\"digest\",\"more\":1}]",
        "[{\"...\":{}}]"
      })
  void aDigestThatIsNoneIsRefused(String extra) throws Exception {
    assertUnsound(verdict(signed(with("extra", value(extra)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[1]",
        "[\"salt\"]",
        "[1,\"name\",\"value\"]",
        "[\"salt\",1,\"value\"]",
        "[\"salt\",null,\"value\"]",
        "[\"salt\",\"name\",\"value\",\"more\"]",
        "[\"salt\",\"_sd\",[]]",
        "[\"salt\",\"...\",\"digest\"]",
        "[\"salt\",\"_sd_alg\",\"md5\"]",
        "{\"salt\":\"name\"}",
        "[\"salt\",\"name\",{\"a\":1,\"a\":2}]",
        "[\"salt\",\"name\",1e400]",
        "[\"salt\",\"name\",\"value\"] x",
        "[\"salt\",\"name\",\"\\ud800\"]",
        "\"text\"",
        ""
      })
  void whatIsNoDisclosureIsRefused(String contents) {
    String text = Base64Url.encode(contents.getBytes(StandardCharsets.UTF_8));
    String token = signed(with("_sd", array(Digests.of(text))));

    assertThat(verdict(token + text + "~").conclusion()).isEqualTo(Conclusion.INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"=", "==", "\n", " ", "+", "."})
  void aDisclosureHasOneTextOnly(String more) {
    String token = signed(with("_sd", array(Digests.of(NAMED.text() + more))));

    assertThat(verdict(token + NAMED.text() + more + "~").facts()).isEmpty();
  }

  @Test
  @Tag("S2")
  void disclosuresWithinEachOtherAreBoundedInDepth() {
    List<Disclosure> nested = new ArrayList<>();
    JsonValue inner = text("innermost");
    for (int i = 0; i < 300; i++) {
      nested.add(Disclosure.ofMember("salt", "extra", inner));
      inner = JsonTree.object().add("_sd", array(nested.getLast().digest())).build();
    }
    JsonObject payload = with("_sd", array(nested.getLast().digest()));

    assertUnsound(verdict(signed(payload), nested.toArray(Disclosure[]::new)));
  }

  @Test
  @Tag("S2")
  void disclosuresAreBoundedInNumberAndTogether() {
    List<Disclosure> many = new ArrayList<>();
    List<String> digests = new ArrayList<>();
    for (int i = 0; i < 900; i++) {
      many.add(
          Disclosure.ofMember(
              "salt" + i, "extra" + i, JsonTree.strings(List.of("a", "b", "c", "d", "e", "f"))));
      digests.add(many.getLast().digest());
    }
    String token = signed(with("_sd", JsonTree.strings(digests)));

    // More values together than a credential may have, though none of them has too many.
    assertThat(proof(verdict(token, many.toArray(Disclosure[]::new))))
        .isEqualTo(FindingCode.PROOF_MALFORMED);
    assertThat(proof(verdict(token + (NAMED.text() + "~").repeat(1_001))))
        .isEqualTo(FindingCode.PROOF_MALFORMED);
    assertThat(SdJwt.parse("~".repeat(SdJwt.LONGEST))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"validFrom", "validUntil"})
  void whenItBeginsOrEndsIsNotToBeKeptBack(String time) {
    Disclosure kept = Disclosure.ofMember("salt", time, text("2026-03-02T10:00:00Z"));

    Verdict verdict =
        verdict(signed(JsonTree.object(with("_sd", array(kept.digest()))).remove(time).build()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(findings(verdict, CheckName.TIME)).containsExactly(FindingCode.TIME_MAY_BE_WITHHELD);
  }

  // The token that carries it.

  @ParameterizedTest
  @ValueSource(strings = {"dc+sd-jwt", "example+sd-jwt", "vc+jwt", "JWT", "vp+sd-jwt", "kb+jwt"})
  void anotherTypeOfTokenIsAnotherForm(String type) {
    String token = CompactJws.sign(type, StrictJson.write(with("a", text("b"))), KEY, NAME);

    Verdict verdict = verdict(token + "~");

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  void anSdJwtWithoutItsTildeIsNone() {
    assertThat(verdict(signed(Samples.unsigned())).conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(
            verdict(
                    CompactJws.sign(
                        SdJwtCredential.TYPE, StrictJson.write(Samples.unsigned()), KEY, NAME))
                .conclusion())
        .isEqualTo(Conclusion.INVALID);
  }

  @Test
  void aJwtIsNotReadAsOneWithNothingKeptBack() {
    String jwt = CompactJws.sign("vc+jwt", StrictJson.write(Samples.unsigned()), KEY, NAME);

    assertThat(verdict(jwt).conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict(jwt + "~").conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({"'', _sd", "JWT, _sd", "vc+jwt, _sd", "JWT, _sd_alg", "JWT, ..."})
  @Tag("S3")
  void whatIsLeftOfAnSdJwtWithoutItsDisclosuresIsNoJwt(String type, String digests) {
    JsonObject within = JsonTree.object().add(digests, array(Digests.of("a status"))).build();
    JsonObjectBuilder payload =
        JsonTree.object(Samples.unsigned()).add("evidence", JsonTree.array().add(within));
    payload.remove("credentialStatus");

    Verdict verdict = verdict(CompactJws.sign(type, StrictJson.write(payload.build()), KEY, NAME));

    assertThat(proof(verdict)).isEqualTo(FindingCode.PROOF_SUITE_UNKNOWN);
    assertThat(verdict.facts()).isEmpty();
  }

  @Test
  void aKeyOfAnotherIssuerDoesNotSign() {
    SigningKey stranger = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    String token =
        CompactJws.sign(
            SdJwtCredential.TYPE,
            StrictJson.write(Samples.unsigned()),
            stranger,
            DidKey.verificationMethod(stranger.publicKey()));

    assertThat(proof(verdict(token + "~"))).isEqualTo(FindingCode.PROOF_KEY_FOREIGN);
  }

  @Test
  void anIssuerThatIsOnlyDisclosedMustBeTheSignersToo() {
    Disclosure issuer = Disclosure.ofMember("salt", "issuer", text("did:web:other.example"));
    JsonObjectBuilder payload = JsonTree.object(with("_sd", array(issuer.digest())));
    payload.remove("issuer");
    String token = signed(payload.build());

    assertThat(proof(verdict(token, issuer))).isEqualTo(FindingCode.PROOF_KEY_FOREIGN);
    assertThat(proof(verdict(token))).isEqualTo(FindingCode.PROOF_KEY_FOREIGN);
  }

  @Test
  void aTokenOfAnIssuerThatNobodyKnowsIsUndecided() {
    Did unknown = new Did("did:web:unknown.example");
    String token =
        CompactJws.sign(
            SdJwtCredential.TYPE,
            StrictJson.write(Samples.unsigned(unknown)),
            KEY,
            VerificationMethodId.of(unknown, KEY.publicKey()));

    assertThat(verdict(token + "~").conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void whatIsEnvelopedIsTheTextWithin() {
    JsonObject envelope =
        JsonTree.object()
            .add("@context", "https://www.w3.org/ns/credentials/v2")
            .add("id", "data:application/vc+sd-jwt," + issued().text())
            .add("type", "EnvelopedVerifiableCredential")
            .build();

    Verdict verdict = WORLD.verify(envelope, Samples.NOW);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  /** One letter at any place, some hundreds of times: none of them is a yes to something else. */
  @Test
  void aChangedLetterIsNeverAYes() {
    Random random = new Random(9901);
    String whole = KeyBinding.bind(bound(), HOLDER, CHALLENGE, Samples.NOW).text();
    String letters = "ABCabc019-_~.=";
    for (int i = 0; i < 400; i++) {
      int place = random.nextInt(whole.length());
      char letter = letters.charAt(random.nextInt(letters.length()));
      String changed = whole.substring(0, place) + letter + whole.substring(place + 1);
      if (!changed.equals(whole)) {
        assertNoYes(changed);
      }
    }
  }

  /** Parts of one presentation left out, doubled, moved, or put into another. */
  @Test
  void partsThatArePutTogetherOtherwiseAreNeverAYes() {
    Random random = new Random(9901);
    String whole = KeyBinding.bind(bound(), HOLDER, CHALLENGE, Samples.NOW).text();
    String other = KeyBinding.bind(bound(), HOLDER, CHALLENGE, Samples.NOW).text();
    for (int i = 0; i < 300; i++) {
      List<String> parts = new ArrayList<>(List.of(whole.split("~", -1)));
      List<String> others = List.of(other.split("~", -1));
      int at = random.nextInt(parts.size());
      switch (random.nextInt(4)) {
        case 0 -> parts.remove(at);
        case 1 -> parts.add(at, parts.get(at));
        case 2 -> parts.set(at, others.get(at));
        default -> parts.add(parts.remove(at == parts.size() - 1 ? 0 : at));
      }

      assertNoYes(String.join("~", parts));
    }
  }

  // What is kept back.

  @Test
  void whatItSaysOfItsStatusWhileSomethingIsKeptBackIsNotTheWholeStory() {
    Disclosure status =
        Disclosure.ofMember(
            "salt", "credentialStatus", Samples.unsigned().getJsonObject("credentialStatus"));
    JsonObjectBuilder payload = JsonTree.object(with("_sd", array(status.digest())));
    payload.remove("credentialStatus");
    String token = signed(payload.build());

    assertThat(verdict(token, status).conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(findings(verdict(token), CheckName.STATUS))
        .containsExactly(FindingCode.STATUS_MAY_BE_WITHHELD);
    assertThat(verdict(token).conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @ParameterizedTest
  @CsvSource({
    "validUntil, TIME, TIME_MAY_BE_WITHHELD",
    "validFrom, TIME, TIME_MAY_BE_WITHHELD",
    "cnf, HOLDER_BINDING, HOLDER_BINDING_MAY_BE_WITHHELD",
    "credentialStatus, STATUS, STATUS_MAY_BE_WITHHELD"
  })
  void whatCouldTakeTheRestBackMustNotBeAmongWhatIsKeptBack(
      String member, CheckName check, FindingCode code) {
    JsonObject all = showingAllThatMatters();
    JsonObjectBuilder payload = JsonTree.object(all);
    payload.remove(member);

    Verdict verdict = verdict(signed(payload.build()));

    assertThat(verdict(signed(all)).conclusion()).isNotEqualTo(Conclusion.UNDECIDED);
    assertThat(findings(verdict, check)).containsExactly(code);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void aClaimOfTheTokensStatusIsAStatusToo() {
    JsonObjectBuilder payload = JsonTree.object(showingAllThatMatters());
    payload.remove("credentialStatus");
    payload.add(
        "status",
        JsonTree.object()
            .add("status_list", JsonTree.object().add("idx", 3).add("uri", "https://a.example")));

    assertThat(findings(verdict(signed(payload.build())), CheckName.STATUS))
        .containsExactly(FindingCode.STATUS_LIST_UNKNOWN);
  }

  @Test
  void aPartOfAnAwardMayBeAmongTheEvidenceThatAStrangerLetsBeKeptBack() throws Exception {
    SigningKey stranger = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    JsonValue kept =
        JsonTree.array()
            .add(JsonTree.object().add("...", Digests.of("a part that was revoked")))
            .build();
    JsonObject payload =
        JsonTree.object(Samples.unsigned(DidKey.of(stranger.publicKey())))
            .add("evidence", kept)
            .build();
    String token =
        CompactJws.sign(
                SdJwtCredential.TYPE,
                StrictJson.write(payload),
                stranger,
                DidKey.verificationMethod(stranger.publicKey()))
            + "~";

    assertThat(findings(verdict(token), CheckName.PARTS))
        .containsExactly(FindingCode.PART_MAY_BE_WITHHELD);
  }

  /** With something kept back of which nobody knows what it is. */
  private static JsonObject showingAllThatMatters() {
    return JsonTree.object(with("_sd", array(Digests.of("kept back"))))
        .add("validUntil", "2027-01-01T00:00:00Z")
        .add("cnf", KeyBinding.confirmation(HOLDER.publicKey()))
        .add("evidence", JsonTree.array().add(JsonTree.object().add("type", array("Evidence"))))
        .build();
  }

  @Test
  void oneOfTwoStatusesIsNotEnough() {
    Disclosure second = Disclosure.ofElement("salt", JsonValue.EMPTY_JSON_OBJECT);
    JsonValue statuses =
        JsonTree.array()
            .add(Samples.unsigned().getJsonObject("credentialStatus"))
            .add(JsonTree.object().add("...", second.digest()))
            .build();

    assertThat(findings(verdict(signed(with("credentialStatus", statuses))), CheckName.STATUS))
        .containsExactly(FindingCode.STATUS_STANDING, FindingCode.STATUS_MAY_BE_WITHHELD);
  }

  @ParameterizedTest
  @CsvSource({"type, type", "credentialSubject, credentialSubject"})
  void withoutWhatEveryCredentialSaysItIsNone(String member, String missing) {
    JsonObjectBuilder payload = JsonTree.object(with("_sd", array(Digests.of("kept back"))));
    payload.remove(member);

    Verdict verdict = verdict(signed(payload.build()));

    assertThat(verdict.findings().getFirst())
        .isEqualTo(
            new Finding(CheckName.FORMAT, FindingCode.NOT_A_CREDENTIAL, Map.of("member", missing)));
  }

  @Test
  void anArrayOfWhichNothingIsShownIsLeftOut() {
    Disclosure element = Disclosure.ofElement("salt", JsonValue.EMPTY_JSON_OBJECT);
    JsonValue kept = JsonTree.array().add(JsonTree.object().add("...", element.digest())).build();

    assertThat(verdict(signed(with("evidence", kept))).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  @Tag("R3")
  void whatWasTakenBackIsSoHoweverLittleOfItIsShown() throws Exception {
    World world =
        new World()
            .know(NAME, KEY.publicKey())
            .announce(
                Samples.ID, new CredentialStatuses.Revoked(Optional.of("error"), Samples.ISSUED));

    Verdict verdict =
        world
            .verification()
            .verify(
                issued().showing(List.of()).text().getBytes(StandardCharsets.US_ASCII),
                Samples.NOW);

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  // Whose it is.

  @Test
  void whatIsBoundToNobodySaysSo() {
    assertThat(findings(verdict(issued().text()), CheckName.HOLDER_BINDING))
        .containsExactly(FindingCode.NOT_BOUND_TO_HOLDER);
  }

  @Test
  void whoSignsForTheVerifierIsTheHolder() {
    Verdict verdict = asked(KeyBinding.bind(bound(), HOLDER, CHALLENGE, Samples.NOW).text());

    assertThat(findings(verdict, CheckName.HOLDER_BINDING))
        .containsExactly(FindingCode.HOLDER_BINDING_SHOWN);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @ParameterizedTest
  @EnumSource(
      value = KeyType.class,
      names = {"P256", "P384", "ED25519", "RSA"})
  void holdersHaveKeysOfEveryType(KeyType type) {
    SdJwt bound = bound(Samples.key(type)).showing(List.of());

    Verdict verdict =
        asked(KeyBinding.bind(bound, Samples.key(type), CHALLENGE, Samples.NOW).text());

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void whatIsBoundAndShownByAnybodyIsNoSilentYes() {
    Verdict verdict = verdict(bound().text());

    assertThat(findings(verdict, CheckName.HOLDER_BINDING))
        .containsExactly(FindingCode.HOLDER_BINDING_NOT_SHOWN);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID_WITH_WARNINGS);
  }

  @Test
  void aBindingThatNobodyAskedForIsUndecided() {
    Verdict verdict = verdict(KeyBinding.bind(bound(), HOLDER, CHALLENGE, Samples.NOW).text());

    assertThat(findings(verdict, CheckName.HOLDER_BINDING))
        .containsExactly(FindingCode.HOLDER_BINDING_NOT_ASKED);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void whoAskedForABindingAndGetsNoneHasItMissing() throws Exception {
    String embedded = new String(Samples.signed(Samples.unsigned()), StandardCharsets.UTF_8);
    String jwt = CompactJws.sign("vc+jwt", StrictJson.write(Samples.unsigned()), KEY, NAME);

    for (String each : List.of(bound().text(), issued().text(), embedded, jwt)) {
      assertThat(findings(asked(each), CheckName.HOLDER_BINDING))
          .containsExactly(FindingCode.HOLDER_BINDING_MISSING);
      assertThat(asked(each).conclusion()).isEqualTo(Conclusion.INVALID);
    }
  }

  @Test
  void anothersKeyShowsNothing() {
    SigningKey thief = SoftwareKey.generate(KeyType.P256, new SecureRandom());

    assertBroken("signature", KeyBinding.bind(bound(), thief, CHALLENGE, Samples.NOW).text());
  }

  @ParameterizedTest
  @CsvSource({
    "https://other.example, n-0S6_WzA2Mj, other-audience",
    "https://employer.example/, n-0S6_WzA2Mj, other-audience",
    "https://employer.example, n-earlier, other-nonce"
  })
  void aBindingForAnotherOccasionIsNone(String audience, String nonce, String because) {
    HolderChallenge other = new HolderChallenge(audience, nonce);

    assertBroken(because, KeyBinding.bind(bound(), HOLDER, other, Samples.NOW).text());
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301, -86_400, 86_400})
  void aBindingOfAnotherTimeIsNone(long seconds) {
    Instant then = Samples.NOW.plusSeconds(seconds);

    assertBroken("other-time", KeyBinding.bind(bound(), HOLDER, CHALLENGE, then).text());
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void fiveMinutesEitherWayAreForgiven(long seconds) {
    Instant then = Samples.NOW.plusSeconds(seconds);

    assertThat(asked(KeyBinding.bind(bound(), HOLDER, CHALLENGE, then).text()).conclusion())
        .isEqualTo(Conclusion.VALID);
  }

  @Test
  void theHolderSignsForWhatIsShownAndNoMore() {
    SdJwt all = bound();
    SdJwt little = all.showing(List.of());
    String bindingOfLittle =
        KeyBinding.bind(little, HOLDER, CHALLENGE, Samples.NOW).keyBinding().orElseThrow();
    String bindingOfAll =
        KeyBinding.bind(all, HOLDER, CHALLENGE, Samples.NOW).keyBinding().orElseThrow();

    assertBroken("other-presentation", all.text() + bindingOfLittle);
    assertBroken("other-presentation", little.text() + bindingOfAll);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "JWT|{}|signature",
        "vc+sd-jwt|{}|signature",
        "kb+jwt|{\"iat\":null}|malformed",
        "kb+jwt|{\"iat\":\"now\"}|malformed",
        "kb+jwt|{\"iat\":-1}|malformed",
        "kb+jwt|{\"sd_hash\":null}|other-presentation",
        "kb+jwt|{\"sd_hash\":\"\"}|other-presentation",
        "kb+jwt|{\"aud\":null}|other-audience",
        "kb+jwt|{\"aud\":[\"https://employer.example\"]}|other-audience",
        "kb+jwt|{\"nonce\":null}|other-nonce",
        "kb+jwt|{\"exp\":1}|other-time",
        "kb+jwt|{\"exp\":\"never\"}|other-time",
        "kb+jwt|{\"nbf\":99999999999}|other-time"
      })
  void aBindingSaysAllThatItMust(String type, String change, String because) throws Exception {
    SdJwt bound = bound();
    JsonObjectBuilder claims =
        JsonTree.object()
            .add("iat", JsonTree.number(Samples.NOW.getEpochSecond()))
            .add("aud", CHALLENGE.audience())
            .add("nonce", CHALLENGE.nonce())
            .add("sd_hash", Digests.of(bound.presented()));
    ((JsonObject) value(change)).forEach(claims::add);

    assertBroken(
        because,
        bound.text() + CompactJws.signUnnamed(type, StrictJson.write(claims.build()), HOLDER));
  }

  @Test
  void aBindingToNobodysKeyIsNone() {
    assertBroken("malformed", KeyBinding.bind(issued(), HOLDER, CHALLENGE, Samples.NOW).text());
  }

  @Test
  void aBindingIsNoneWithoutItsForm() {
    assertBroken("malformed", bound().text() + "a.b");
    assertBroken("malformed", bound().text() + "x");
  }

  // A key that the binding brings along is not the issuer's word.
  @Test
  void aKeyThatTheBindingBringsAlongIsNotUsed() {
    SigningKey thief = SoftwareKey.generate(KeyType.P256, new SecureRandom());
    SdJwt bound = bound();
    JsonObject header =
        JsonTree.object()
            .add("alg", "ES256")
            .add("typ", "kb+jwt")
            .add("jwk", Jwk.of(thief.publicKey()))
            .build();
    String claims =
        KeyBinding.bind(bound, thief, CHALLENGE, Samples.NOW)
            .keyBinding()
            .orElseThrow()
            .split("\\.", -1)[1];
    String signed = Base64Url.encode(StrictJson.write(header)) + "." + claims;
    byte[] signature = thief.sign(signed.getBytes(StandardCharsets.US_ASCII));

    assertBroken("signature", bound.text() + signed + "." + Base64Url.encode(signature));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"kid\":\"did:example:holder#1\"}",
        "{\"jwk\":{}}",
        "{\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}",
        "\"key\"",
        "null"
      })
  void aHoldersKeyThatWeDoNotReadIsUndecided(String confirmation) throws Exception {
    SdJwt bound = SdJwt.parse(signed(with("cnf", value(confirmation)))).orElseThrow();

    Verdict verdict = asked(KeyBinding.bind(bound, HOLDER, CHALLENGE, Samples.NOW).text());

    assertThat(findings(verdict, CheckName.HOLDER_BINDING))
        .containsExactly(FindingCode.HOLDER_KEY_UNKNOWN);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void whetherItIsBoundIsNotForTheHolderToChoose() {
    Disclosure confirmation =
        Disclosure.ofMember("salt", "cnf", KeyBinding.confirmation(HOLDER.publicKey()));

    assertUnsound(verdict(signed(with("_sd", array(confirmation.digest()))), confirmation));
  }

  private static SdJwt issued() {
    return issue(Optional.empty());
  }

  private static SdJwt bound() {
    return bound(HOLDER);
  }

  private static SdJwt bound(SigningKey holder) {
    return issue(Optional.of(holder));
  }

  private static SdJwt issue(Optional<SigningKey> holder) {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            Samples.unsigned(),
            HolderChoice.standard(),
            holder.map(SigningKey::publicKey),
            KEY,
            NAME,
            Samples.ISSUED);
  }

  private static JsonObject with(String member, JsonValue value) {
    JsonObjectBuilder payload = JsonTree.object(Samples.unsigned()).add("_sd_alg", "sha-256");
    payload.remove("name");
    return payload.add(member, value).build();
  }

  private static String signed(JsonObject payload) {
    return CompactJws.sign(SdJwtCredential.TYPE, StrictJson.write(payload), KEY, NAME) + "~";
  }

  private static Verdict verdict(String token, Disclosure... shown) {
    StringBuilder text = new StringBuilder(token);
    for (Disclosure each : shown) {
      text.append(each.text()).append('~');
    }
    return verdict(text.toString(), Optional.empty());
  }

  private static Verdict asked(String text) {
    return verdict(text, Optional.of(CHALLENGE));
  }

  private static Verdict verdict(String text, Optional<HolderChallenge> challenge) {
    try {
      return WORLD.verify(
          text.getBytes(StandardCharsets.UTF_8), challenge, Moment.now(Samples.NOW));
    } catch (MalformedJson e) {
      throw new IllegalStateException(e);
    }
  }

  private static void assertNoYes(String text) {
    try {
      assertThat(
              WORLD
                  .verify(
                      text.getBytes(StandardCharsets.UTF_8),
                      Optional.of(CHALLENGE),
                      Moment.now(Samples.NOW))
                  .conclusion())
          .as(text)
          .isIn(Conclusion.INVALID, Conclusion.UNDECIDED);
    } catch (MalformedJson e) {
      assertThat(e.code()).as(text).isNotNull();
    }
  }

  private static void assertUnsound(Verdict verdict) {
    assertThat(proof(verdict)).isEqualTo(FindingCode.PROOF_DISCLOSURES_UNSOUND);
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(verdict.facts()).isEmpty();
  }

  private static void assertBroken(String because, String text) {
    Verdict verdict = asked(text);

    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.HOLDER_BINDING,
                FindingCode.HOLDER_BINDING_BROKEN,
                Map.of("because", because)));
    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
  }

  private static FindingCode proof(Verdict verdict) {
    return findings(verdict, CheckName.PROOF).getFirst();
  }

  private static List<FindingCode> findings(Verdict verdict, CheckName check) {
    return verdict.findings().stream()
        .filter(finding -> finding.check() == check)
        .map(Finding::code)
        .toList();
  }

  private static JsonValue text(String text) {
    return JsonTree.string(text);
  }

  private static JsonValue array(String... texts) {
    return JsonTree.strings(List.of(texts));
  }

  private static JsonValue value(String json) throws Exception {
    JsonValue value =
        StrictJson.parse(("{\"v\":" + json + "}").getBytes(StandardCharsets.UTF_8)).get("v");
    return value == null ? JsonValue.NULL : value;
  }
}
