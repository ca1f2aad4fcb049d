package org.mikromerit.credential.presentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.document.Instants;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.Multibase;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.presentation.HolderProof.Asked;
import org.mikromerit.credential.presentation.HolderProof.Fault;
import org.mikromerit.credential.proof.Cryptosuite;
import org.mikromerit.credential.proof.JcsSuite;
import org.mikromerit.credential.proof.RdfcSuite;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class HolderProofTest {
  private static final Instant NOW = Samples.NOW;
  private static final String CHALLENGE = "c0ffee-1";
  private static final String DOMAIN = "employer.example";
  private static final Asked ASKED = new Asked(Optional.of(CHALLENGE), Optional.of(DOMAIN));
  private static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty());

  private final SigningKey key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
  private final Did holder = DidKey.of(key.publicKey());

  @ParameterizedTest
  @EnumSource(names = {"ED25519", "P256", "P384"})
  void whoSignedForTheChallengeIsTheHolder(KeyType type) throws Exception {
    SigningKey other = SoftwareKey.generate(type, new SecureRandom());
    Did shower = DidKey.of(other.publicKey());

    JsonObject signed = signed(presentation(shower, credential()), other, _ -> {});

    assertThat(answer(signed, ASKED)).isEqualTo(new HolderProof.Proven(shower, true));
  }

  @Test
  void aProofOverTheTextHoldsToo() throws Exception {
    JsonObject signed =
        signed(presentation(holder, credential()), key, JcsSuite.eddsa2022(), _ -> {});

    assertThat(answer(signed, ASKED)).isEqualTo(new HolderProof.Proven(holder, true));
  }

  @Test
  void withoutAChallengeItIsTheHolderAndNobodyKnowsWhen() throws Exception {
    JsonObject signed = signed(presentation(holder, credential()), key, _ -> {});

    assertThat(answer(signed, NOTHING)).isEqualTo(new HolderProof.Proven(holder, false));
  }

  @Test
  void whatNobodySignedTellsOfNoHolder() {
    assertThat(answer(presentation(holder, credential()), NOTHING))
        .isEqualTo(new HolderProof.Unsigned());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": \"no url\"}",
        "{\"nobodyDefinedThis\": \"x\"}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", 7]}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\", \"https://evil.example/v1\"]}"
      })
  void whatNobodySignedMustBeSoundAllTheSame(String members) throws Exception {
    JsonObjectBuilder shown = JsonTree.object(presentation(holder, credential()));
    StrictJson.parse(members.getBytes(StandardCharsets.UTF_8)).forEach(shown::add);

    assertFault(shown.build(), NOTHING, Fault.NOT_COVERED);
  }

  @Test
  void whatWasAskedForMustBeSigned() {
    assertFault(presentation(holder, credential()), ASKED, Fault.PROOF_MISSING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c0ffee-2", "C0FFEE-1", "c0ffee-1 "})
  void anotherChallengeIsRefused(String other) throws Exception {
    JsonObject signed =
        signed(presentation(holder, credential()), key, options -> options.add("challenge", other));

    assertFault(signed, ASKED, Fault.CHALLENGE_DIFFERS);
  }

  @Test
  void noChallengeIsRefusedWhereOneWasGiven() throws Exception {
    JsonObject signed =
        signed(presentation(holder, credential()), key, options -> options.remove("challenge"));

    assertFault(signed, ASKED, Fault.CHALLENGE_DIFFERS);
  }

  @Test
  void anotherDomainIsRefused() throws Exception {
    JsonObject signed =
        signed(
            presentation(holder, credential()),
            key,
            options -> options.add("domain", "employer.example.evil.example"));

    assertFault(signed, ASKED, Fault.DOMAIN_DIFFERS);
  }

  @Test
  void aChallengePutInAfterwardsBreaksTheProof() throws Exception {
    JsonObject signed =
        signed(presentation(holder, credential()), key, options -> options.add("challenge", "old"));
    JsonObject proof =
        JsonTree.object(signed.getJsonObject("proof")).add("challenge", CHALLENGE).build();

    assertFault(JsonTree.object(signed).add("proof", proof).build(), ASKED, Fault.PROOF_BROKEN);
  }

  @Test
  void aSecondProofForAnotherIsRefused() throws Exception {
    JsonObject one = signed(presentation(holder, credential()), key, _ -> {});
    JsonObject other =
        signed(presentation(holder, credential()), key, options -> options.add("challenge", "x"));
    JsonObject both =
        JsonTree.object(one)
            .add("proof", JsonTree.array().add(one.get("proof")).add(other.get("proof")))
            .build();

    assertFault(both, ASKED, Fault.CHALLENGE_DIFFERS);
  }

  @Test
  void assertingIsNotAuthenticating() throws Exception {
    JsonObject signed =
        signed(
            presentation(holder, credential()),
            key,
            options -> options.add("proofPurpose", "assertionMethod"));

    assertFault(signed, ASKED, Fault.PROOF_BROKEN);
  }

  @Test
  void anothersKeyIsNotTheHolders() throws Exception {
    SigningKey thief = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());

    JsonObject signed = signed(presentation(holder, credential()), thief, _ -> {});

    assertFault(signed, ASKED, Fault.HOLDER_DIFFERS);
  }

  @Test
  void aKeyUnderTheHoldersNameIsNotTheHolders() throws Exception {
    SigningKey thief = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());

    JsonObject signed =
        signed(
            presentation(holder, credential()),
            thief,
            options ->
                options.add(
                    "verificationMethod", DidKey.verificationMethod(key.publicKey()).url()));

    assertFault(signed, ASKED, Fault.PROOF_BROKEN);
  }

  @Test
  void anExchangedCredentialBreaksTheProof() throws Exception {
    JsonObject signed = signed(presentation(holder, credential()), key, _ -> {});
    JsonObject other = JsonTree.object(credential()).add("name", "Another").build();

    assertFault(
        JsonTree.object(signed).add("verifiableCredential", JsonTree.array().add(other)).build(),
        ASKED,
        Fault.PROOF_BROKEN);
  }

  @Test
  void aRemovedCredentialBreaksTheProof() throws Exception {
    JsonObject signed =
        signed(presentation(holder, credential(), Samples.unsignedAward()), key, _ -> {});

    assertFault(
        JsonTree.object(signed)
            .add("verifiableCredential", JsonTree.array().add(credential()))
            .build(),
        ASKED,
        Fault.PROOF_BROKEN);
  }

  @Test
  void aMemberThatNobodyDefinedIsRefused() throws Exception {
    JsonObject signed = signed(presentation(holder, credential()), key, _ -> {});

    assertFault(
        JsonTree.object(signed).add("nobodyDefinedThis", "a").build(), ASKED, Fault.NOT_COVERED);
  }

  @Test
  void theHoldersOwnWordNeedsTheHoldersName() throws Exception {
    JsonObject own = JsonTree.object(credential()).add("issuer", holder.value()).build();
    JsonObject unnamed = JsonTree.object(presentation(holder, own)).remove("holder").build();

    assertFault(signed(unnamed, key, _ -> {}), ASKED, Fault.HOLDER_MISSING);
    assertThat(answer(signed(presentation(holder, own), key, _ -> {}), ASKED))
        .isEqualTo(new HolderProof.Proven(holder, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "\"x\"", "[1]", "{}", "{\"type\": \"DataIntegrityProof\"}"})
  void whatIsNoProofIsNotNone(String proof) throws Exception {
    JsonValue malformed =
        StrictJson.parse(("{\"proof\":" + proof + "}").getBytes(StandardCharsets.UTF_8))
            .get("proof");
    JsonObject shown =
        JsonTree.object(presentation(holder, credential())).add("proof", malformed).build();

    assertThat(answer(shown, NOTHING)).isInstanceOf(HolderProof.Refused.class);
  }

  @Test
  void holdersOfOtherMethodsAreUndecided() throws Exception {
    Did web = new Did("did:web:holder.example");
    JsonObject signed =
        signed(
            presentation(web, credential()),
            key,
            options -> options.add("verificationMethod", web + "#" + key.publicKey().multibase()));

    assertThat(answer(signed, ASKED)).isInstanceOf(HolderProof.Undecided.class);
  }

  @Test
  void anEnvelopedCredentialIsShownByItsHolderToo() throws Exception {
    JsonObject signed = signed(presentation(holder, enveloped("vc+jwt")), key, _ -> {});

    assertThat(answer(signed, ASKED)).isEqualTo(new HolderProof.Proven(holder, true));
    JsonObject other =
        JsonTree.object(signed)
            .add("verifiableCredential", JsonTree.array().add(enveloped("vc+sd-jwt")))
            .build();
    assertFault(other, ASKED, Fault.PROOF_BROKEN);
  }

  @Test
  @Tag("S2")
  void ofAnEnvelopedCredentialNothingElseIsSaid() {
    JsonObject more = JsonTree.object(enveloped("vc+jwt")).add("name", "a").build();

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> StrictJsonLd.standard().coverPresentation(presentation(holder, more)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@context\": [{\"a\": \"https://a.example\"}]}",
        "{\"@context\": \"https://www.w3.org/ns/credentials/v2\"}",
        "{\"created\": {\"@context\": {}}}",
        "{\"created\": []}",
        "[7]"
      })
  @Tag("S2")
  void theProofsOfItsCredentialsAreWrittenPlainlyToo(String proof) throws Exception {
    JsonValue given =
        StrictJson.parse(("{\"proof\":" + proof + "}").getBytes(StandardCharsets.UTF_8))
            .get("proof");
    JsonObject shown =
        presentation(holder, JsonTree.object(credential()).add("proof", given).build());

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> StrictJsonLd.standard().coverPresentation(shown));
  }

  @Test
  @Tag("S2")
  void allOfAPresentationTogetherIsBounded() {
    JsonObject[] many = Collections.nCopies(40, Samples.unsigned()).toArray(JsonObject[]::new);

    assertThatExceptionOfType(NotCovered.class)
        .isThrownBy(() -> StrictJsonLd.standard().coverPresentation(presentation(holder, many)))
        .matches(refused -> refused.code() == NotCovered.Code.TOO_COMPLEX);
  }

  private static JsonObject enveloped(String type) {
    return JsonTree.object()
        .add("@context", "https://www.w3.org/ns/credentials/v2")
        .add("id", "data:application/" + type + ",ey." + "x".repeat(10_000) + ".y")
        .add("type", "EnvelopedVerifiableCredential")
        .build();
  }

  @Test
  void tenThousandCredentialsAreNotLookedAt() {
    var many = JsonTree.array();
    Collections.nCopies(10_000, JsonValue.EMPTY_JSON_OBJECT).forEach(many::add);
    JsonObject shown =
        JsonTree.object(presentation(holder)).add("verifiableCredential", many).build();

    assertThat(Presentation.read(shown)).isInstanceOf(Presentation.TooMany.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": \"Other\"}",
        "{\"@context\": [\"https://evil.example\"], \"type\": \"VerifiablePresentation\"}",
        "{\"type\": \"VerifiablePresentation\"}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": \"VerifiablePresentation\", \"holder\": 7}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": \"VerifiablePresentation\", \"holder\": {}}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": \"VerifiablePresentation\", \"verifiableCredential\": [\"x\"]}",
        "{\"@context\": [\"https://www.w3.org/ns/credentials/v2\"], \"type\": \"VerifiablePresentation\", \"verifiableCredential\": null}"
      })
  void whatIsNoPresentationIsNotRead(String text) throws Exception {
    assertThat(Presentation.read(StrictJson.parse(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Presentation.Unreadable.class);
  }

  private static void assertFault(JsonObject shown, Asked asked, Fault fault) {
    assertThat(answer(shown, asked)).isEqualTo(new HolderProof.Refused(fault));
  }

  private static HolderProof.Answer answer(JsonObject shown, Asked asked) {
    var reading = (Presentation.Read) Presentation.read(shown);
    return HolderProof.standard().of(reading.presentation(), asked, NOW);
  }

  /** As it would be shown, with a proof of its own; what is in it is not looked at here. */
  private static JsonObject credential() {
    try {
      return StrictJson.parse(Samples.signed(Samples.unsigned()));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static JsonObject presentation(Did holder, JsonObject... credentials) {
    var shown = JsonTree.array();
    List.of(credentials).forEach(shown::add);
    return JsonTree.object()
        .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
        .add("type", JsonTree.array().add("VerifiablePresentation"))
        .add("holder", holder.value())
        .add("verifiableCredential", shown)
        .build();
  }

  private static JsonObject signed(
      JsonObject presentation, SigningKey key, Consumer<JsonObjectBuilder> change)
      throws Exception {
    StrictJsonLd jsonLd = StrictJsonLd.standard();
    return signed(
        presentation,
        key,
        key.publicKey().type() == KeyType.ED25519
            ? RdfcSuite.eddsa2022(jsonLd)
            : RdfcSuite.ecdsa2019(jsonLd),
        change);
  }

  private static JsonObject signed(
      JsonObject presentation,
      SigningKey key,
      Cryptosuite suite,
      Consumer<JsonObjectBuilder> change)
      throws Exception {
    JsonObjectBuilder chosen =
        JsonTree.object()
            .add("type", "DataIntegrityProof")
            .add("cryptosuite", suite.name())
            .add("created", Instants.write(NOW))
            .add("verificationMethod", DidKey.verificationMethod(key.publicKey()).url())
            .add("proofPurpose", "authentication")
            .add("challenge", CHALLENGE)
            .add("domain", DOMAIN);
    change.accept(chosen);
    JsonObject options = suite.complete(chosen.build(), presentation);
    byte[] input =
        suite.signingInput(
            StrictJsonLd.standard().coverPresentation(presentation),
            options,
            key.publicKey().type());
    return JsonTree.object(presentation)
        .add("proof", JsonTree.object(options).add("proofValue", Multibase.base58(key.sign(input))))
        .build();
  }
}
