package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.TokenStatusEntry;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.credential.testing.Samples;

/** Credentials in tokens whose status a Token Status List tells. */
class TokenStatusCheckTest extends CheckTest {
  private static final int INDEX = 412;

  @ParameterizedTest
  @CsvSource({
    "0, VALID, STATUS_STANDING",
    "1, INVALID, REVOKED",
    "2, INVALID, SUSPENDED",
    "3, UNDECIDED, STATUS_TYPE_UNSUPPORTED",
  })
  void theValueAtItsIndexCounts(int value, Conclusion conclusion, FindingCode code)
      throws Exception {
    world.publish(Samples.LIST, list(value, Samples.LIST_ENDS));

    assertConcludes(verify(token(INDEX)), conclusion, code);
  }

  @Test
  void withoutTheListNobodyCanSayThatItStands() throws Exception {
    assertConcludes(verify(token(INDEX)), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_UNKNOWN);
  }

  @Test
  void anIndexBeyondTheListFails() throws Exception {
    world.publish(Samples.LIST, list(0, Samples.LIST_ENDS));

    assertConcludes(
        verify(token(TokenStatuses.FEWEST)),
        Conclusion.INVALID,
        FindingCode.STATUS_INDEX_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, UNDECIDED, STATUS_LIST_STALE",
    "1, INVALID, REVOKED",
    "2, UNDECIDED, STATUS_LIST_STALE",
  })
  void anOldListStillRevokesAndSaysNothingElse(int value, Conclusion conclusion, FindingCode code)
      throws Exception {
    world.publish(Samples.LIST, list(value, Samples.ISSUED.plusSeconds(1)));

    assertConcludes(verify(token(INDEX)), conclusion, code);
  }

  @Test
  @Tag("S6")
  void anothersListLeavesItOpen() throws Exception {
    world.know(
        VerificationMethodId.of(Samples.CREATOR, Samples.key("creator").publicKey()),
        Samples.key("creator").publicKey());
    world.publish(
        Samples.LIST,
        statusList(0, Samples.LIST_ENDS)
            .sign(
                Samples.key("creator"),
                VerificationMethodId.of(Samples.CREATOR, Samples.key("creator").publicKey())));

    assertConcludes(verify(token(INDEX)), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_FOREIGN);
  }

  @Test
  @Tag("S6")
  void aListThatNobodyKnownSignedIsNone() {
    String list = statusList(0, Samples.LIST_ENDS).sign(Samples.key("stranger"), Samples.METHOD);

    assertThat(
            VerifiedTokenList.read(
                list, _ -> IssuerKeys.Held.always(Samples.KEY.publicKey()), Samples.NOW))
        .isEmpty();
  }

  @Test
  @Tag("S6")
  void aListOfAKeyThatHadEndedWhenItWasSignedIsNone() {
    String list = statusList(0, Samples.LIST_ENDS).sign(Samples.KEY, Samples.METHOD);
    var ended = new IssuerKeys.Held(Samples.KEY.publicKey(), null, Samples.ISSUED, null);

    assertThat(VerifiedTokenList.read(list, _ -> ended, Samples.NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "\"valid\"",
        "{\"status_list\":{}}",
        "{\"status_list\":{\"idx\":-1,\"uri\":\"https://x.example/1\"}}",
        "{\"status_list\":{\"idx\":1.5,\"uri\":\"https://x.example/1\"}}",
        "{\"status_list\":{\"idx\":99999999999,\"uri\":\"https://x.example/1\"}}",
        "{\"status_list\":{\"idx\":1,\"uri\":\"1\"}}",
        "{\"status_list\":{\"idx\":\"1\",\"uri\":\"https://x.example/1\"}}"
      })
  void aStatusThatCannotBeReadIsNotReadAsNone(String status) throws Exception {
    JsonValue value =
        Objects.requireNonNull(
            StrictJson.parse(("{\"v\":" + status + "}").getBytes(StandardCharsets.UTF_8)).get("v"));

    assertConcludes(verify(token(value)), Conclusion.INVALID, FindingCode.NOT_A_CREDENTIAL);
  }

  @Test
  void aMechanismThatWeDoNotKnowLeavesItOpen() throws Exception {
    JsonObject status = JsonTree.object().add("status_attestation", JsonTree.object()).build();

    assertConcludes(
        verify(token(status)), Conclusion.UNDECIDED, FindingCode.STATUS_TYPE_UNSUPPORTED);
  }

  @Test
  void aDocumentThatIsSignedAsSuchHasNoSuchMember() throws Exception {
    JsonObject document =
        with(Samples.unsigned(), "status", new TokenStatusEntry(Samples.LIST, INDEX).json());

    assertThat(verify(document).findings().getFirst().code())
        .isEqualTo(FindingCode.MEMBER_NOT_COVERED);
  }

  private Verdict verify(String token) throws Exception {
    return world.verification().verify(token.getBytes(StandardCharsets.US_ASCII), Samples.NOW);
  }

  private static String token(int index) {
    return token(new TokenStatusEntry(Samples.LIST, index).json());
  }

  private static String token(JsonValue status) {
    var document = JsonTree.object(Samples.unsigned());
    document.remove("credentialStatus");
    return CompactJws.sign(
        "vc+jwt",
        StrictJson.write(document.add(TokenStatusEntry.CLAIM, status).build()),
        Samples.KEY,
        Samples.METHOD);
  }

  private static String list(int value, Instant expires) {
    return statusList(value, expires).sign(Samples.KEY, Samples.METHOD);
  }

  private static StatusListToken statusList(int value, Instant expires) {
    return new StatusListToken(
        Samples.LIST,
        TokenStatuses.blank(2, TokenStatuses.FEWEST).with(INDEX, value),
        Samples.ISSUED,
        expires);
  }
}
