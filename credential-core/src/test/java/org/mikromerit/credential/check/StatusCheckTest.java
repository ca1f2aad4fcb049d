package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class StatusCheckTest extends CheckTest {

  @Test
  @Tag("R6")
  void aStatusSaysOfWhenItIs() {
    Verdict verdict = verify(signed());

    assertThat(verdict.findings())
        .filteredOn(finding -> finding.check() == CheckName.STATUS)
        .singleElement()
        .satisfies(
            status ->
                assertThat(status.evidence())
                    .containsEntry("purpose", "revocation")
                    .containsEntry("listIssuedAt", Samples.ISSUED.toString()));
  }

  @Test
  void aSetBitIsARevocation() {
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  @Test
  void theNeighboursBitsAreNotOurs() {
    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX - 1, Samples.INDEX + 1));

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.VALID);
  }

  @Test
  void anAnnouncedRevocationCountsBeforeTheListSaysSo() {
    world.announce(
        Samples.ID,
        new CredentialStatuses.Revoked(
            Optional.of("error"), Instant.parse("2026-03-02T09:30:17Z")));

    Verdict verdict = verify(signed());

    assertConcludes(verdict, Conclusion.INVALID, FindingCode.REVOKED);
    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.STATUS,
                FindingCode.REVOKED,
                Map.of("reason", "error", "since", "2026-03-02T09:30:17Z")));
  }

  @Test
  void anAnnouncedSuspensionFails() {
    world.announce(Samples.ID, new CredentialStatuses.Suspended(Optional.empty(), AFTER));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.SUSPENDED);
  }

  @Test
  @Tag("R6")
  void aListThatWeDoNotHoldLeavesItOpen() {
    world.answer(Samples.LIST, new StatusLists.Unknown());
    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_UNKNOWN);

    world.answer(Samples.LIST, new StatusLists.Unavailable());
    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_UNAVAILABLE);
  }

  @Test
  void anAnnouncementThatItStandsDoesNotReplaceTheList() {
    world.answer(Samples.LIST, new StatusLists.Unknown());
    world.announce(Samples.ID, new CredentialStatuses.Standing(Samples.ISSUED));

    assertThat(verify(signed()).conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  @Test
  void anOldListLeavesItOpenButItsRevocationsStay() {
    Instant later = Samples.LIST_ENDS.plusSeconds(1);
    assertConcludes(
        world.verification().verify(json(signed()), later),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_LIST_STALE);

    world.publish(Samples.LIST, Samples.statusList(Samples.INDEX));
    assertConcludes(
        world.verification().verify(json(signed()), later),
        Conclusion.INVALID,
        FindingCode.REVOKED);
  }

  @Test
  void aListOfAnotherIssuerLeavesItOpen() {
    world
        .know(VerificationMethodId.of(strangersDid, stranger.publicKey()), stranger.publicKey())
        .publish(
            Samples.LIST,
            Samples.signed(
                list(Samples.LIST, strangersDid, StatusPurpose.REVOCATION).unsigned(),
                stranger,
                VerificationMethodId.of(strangersDid, stranger.publicKey())));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_FOREIGN);
  }

  @Test
  void anotherListOfTheSameIssuerLeavesItOpen() {
    URI other = URI.create("http://localhost:8082/status-lists/2");

    world.publish(
        Samples.LIST,
        Samples.signed(list(other, Samples.SCHOOL, StatusPurpose.REVOCATION).unsigned()));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_FOREIGN);
  }

  @Test
  void aListOfAnotherPurposeLeavesItOpen() {
    world.publish(
        Samples.LIST,
        Samples.signed(list(Samples.LIST, Samples.SCHOOL, StatusPurpose.SUSPENSION).unsigned()));

    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_PURPOSE_DIFFERS);
  }

  @Test
  void anIndexBeyondTheListFails() {
    JsonObject status =
        with(
            Samples.unsigned().getJsonObject("credentialStatus"),
            "statusListIndex",
            JsonTree.string(Integer.toString(StatusBits.FEWEST)));

    assertConcludes(
        verify(Samples.signed(with(Samples.unsigned(), "credentialStatus", status))),
        Conclusion.INVALID,
        FindingCode.STATUS_INDEX_OUT_OF_RANGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statusListIndex|-1",
        "statusListIndex|1.5",
        "statusListIndex|0x1",
        "statusListIndex|007",
        "statusListIndex|99999999999",
        "statusListIndex|٣",
        "statusPurpose|message",
        "statusListCredential|urn:x:1#y"
      })
  void anEntryThatCannotBeReadIsNotReadAsNone(String member, String value) {
    JsonObject status =
        with(Samples.unsigned().getJsonObject("credentialStatus"), member, JsonTree.string(value));

    Verdict verdict =
        verify(Samples.carelesslySigned(with(Samples.unsigned(), "credentialStatus", status)));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.INVALID);
    assertThat(codes(verdict)).contains(FindingCode.NOT_A_CREDENTIAL);
  }

  @Test
  void aKindOfStatusThatWeDoNotReadLeavesItOpen() {
    JsonObject status =
        JsonTree.object().add("id", "urn:x:1").add("type", "1EdTechRevocationList").build();
    JsonArray contexts =
        JsonTree.array()
            .add("https://www.w3.org/ns/credentials/v2")
            .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
            .add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json")
            .add("https://w3id.org/mikromerit/credential/v1")
            .build();
    JsonObject unsigned =
        with(with(Samples.unsigned(), "credentialStatus", status), "@context", contexts);

    assertConcludes(
        verify(Samples.signed(unsigned)),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_TYPE_UNSUPPORTED);
  }

  @Test
  void eachOfSeveralStatusesCounts() {
    world.publish(Samples.SUSPENSIONS, Samples.suspensions(Samples.INDEX));

    assertConcludes(
        verify(Samples.signed(Samples.suspendable())), Conclusion.INVALID, FindingCode.SUSPENDED);
  }

  @Test
  void ofSeveralStatusesOneThatIsUnknownLeavesItOpen() {
    assertConcludes(
        verify(Samples.signed(Samples.suspendable())),
        Conclusion.UNDECIDED,
        FindingCode.STATUS_LIST_UNKNOWN);
  }

  @Test
  void aThousandStatusesAreRefused() {
    var statuses = JsonTree.array();
    for (int i = 0; i < 200; i++) {
      statuses.add(new StatusEntry(StatusPurpose.REVOCATION, Samples.LIST, i).json());
    }

    assertConcludes(
        verify(Samples.signed(with(Samples.unsigned(), "credentialStatus", statuses.build()))),
        Conclusion.INVALID,
        FindingCode.TOO_MANY_STATUSES);
  }

  @Test
  @Tag("S4")
  void thatSomethingWasNotRevokedWhenWeWereToldTooLongAgoLeavesItOpen() {
    told(Samples.statusList(), Samples.NOW);
    assertConcludes(
        verify(signed()), Conclusion.VALID_WITH_WARNINGS, FindingCode.STATUS_STOOD_THEN);

    told(Samples.statusList(), Samples.NOW.minusSeconds(1));
    assertConcludes(verify(signed()), Conclusion.UNDECIDED, FindingCode.STATUS_LIST_STALE);
  }

  @Test
  void thatSomethingWasRevokedCountsHoweverLongAgoWeWereTold() {
    told(Samples.statusList(Samples.INDEX), Samples.NOW.minusSeconds(1));

    assertConcludes(verify(signed()), Conclusion.INVALID, FindingCode.REVOKED);
  }

  private void told(byte[] list, Instant until) {
    var read = world.listVerifier().read(list, Samples.NOW);
    world.answer(
        Samples.LIST,
        new StatusLists.Held(
            ((StatusListVerifier.Trusted) read).list(), new Told(Samples.ISSUED, until)));
  }

  private static StatusListCredential list(URI url, Did issuer, StatusPurpose purpose) {
    return new StatusListCredential(
        url,
        issuer,
        purpose,
        StatusBits.blank(StatusBits.FEWEST),
        Samples.ISSUED,
        Samples.LIST_ENDS);
  }
}
