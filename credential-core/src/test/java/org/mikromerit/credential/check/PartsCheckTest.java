package org.mikromerit.credential.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.openbadge.AwardPart;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.testing.Samples;

@Tag("VER-2")
class PartsCheckTest extends CheckTest {

  @Test
  @Tag("STK-3")
  void anAwardWhosePartsStandIsValid() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.VALID);
    assertThat(verdict.findings())
        .contains(part(FindingCode.PART_STANDING, Samples.PART))
        .contains(
            new Finding(
                CheckName.PARTS,
                FindingCode.PART_STANDING,
                Map.of("part", Samples.OTHER_PART.urn(), "since", Samples.ISSUED.toString())));
  }

  @Test
  @Tag("STK-3")
  void anAwardWithARevokedPartFails() {
    world.announce(Samples.PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.announce(
        Samples.OTHER_PART,
        new CredentialStatuses.Revoked(Optional.of("integrity-finding"), AFTER));

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertConcludes(verdict, Conclusion.INVALID, FindingCode.PART_REVOKED);
    assertThat(verdict.findings())
        .contains(
            new Finding(
                CheckName.PARTS,
                FindingCode.PART_REVOKED,
                Map.of(
                    "part", Samples.OTHER_PART.urn(),
                    "reason", "integrity-finding",
                    "since", "2026-03-02T09:30:18Z")));
  }

  @Test
  @Tag("STK-3")
  void thatAPartStandsItsListMustSayTooForTheLastWordMayBeOnItsWay() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.announce(
        Samples.PART,
        new CredentialStatuses.Standing(Samples.ISSUED),
        new CredentialStatuses.Suspended(Optional.empty(), Samples.ISSUED.plusSeconds(1)),
        new CredentialStatuses.Standing(Samples.ISSUED.plusSeconds(2)));
    world.publish(Samples.LIST, Samples.statusList(17));

    assertConcludes(
        verify(Samples.signed(Samples.unsignedAward())),
        Conclusion.INVALID,
        FindingCode.PART_REVOKED);
  }

  @Test
  void aPartWhoseListIsNotKnownIsUnknownAlthoughItWasAnnouncedToStand() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.announce(Samples.PART, new CredentialStatuses.Standing(Samples.ISSUED));

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward(suspendablePart())));

    assertThat(verdict.findings()).contains(part(FindingCode.PART_UNKNOWN, Samples.PART));
  }

  @Test
  void aPartWhoseListSaysRevokedFails() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.publish(Samples.LIST, Samples.statusList(17));

    assertThat(verify(Samples.signed(Samples.unsignedAward())).findings())
        .contains(part(FindingCode.PART_REVOKED, Samples.PART));
  }

  @ParameterizedTest
  @CsvSource({
    "false,false,PART_STANDING",
    "false,true,PART_SUSPENDED",
    "true,false,PART_REVOKED",
  })
  void ofAPartsStatusesTheGravestCounts(boolean revoked, boolean suspended, FindingCode code) {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));
    world.publish(Samples.LIST, revoked ? Samples.statusList(17) : Samples.statusList());
    world.publish(Samples.SUSPENSIONS, suspended ? Samples.suspensions(17) : Samples.suspensions());

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward(suspendablePart())));

    assertThat(verdict.findings()).contains(part(code, Samples.PART));
  }

  @Test
  void aPartOneOfWhoseListsIsUnknownIsUnknown() {
    world.announce(Samples.OTHER_PART, new CredentialStatuses.Standing(Samples.ISSUED));

    Verdict verdict = verify(Samples.signed(Samples.unsignedAward(suspendablePart())));

    assertThat(verdict.findings()).contains(part(FindingCode.PART_UNKNOWN, Samples.PART));
  }

  private static AwardPart suspendablePart() {
    return new AwardPart(
        Samples.PART,
        "Hygien",
        List.of(
            new StatusEntry(StatusPurpose.REVOCATION, Samples.LIST, 17),
            new StatusEntry(StatusPurpose.SUSPENSION, Samples.SUSPENSIONS, 17)));
  }

  @Test
  void aPartOfWhichNothingIsKnownLeavesItOpen() {
    Verdict verdict = verify(Samples.signed(Samples.unsignedAward()));

    assertThat(verdict.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(verdict.findings()).contains(part(FindingCode.PART_UNKNOWN, Samples.OTHER_PART));
  }

  @Test
  @Tag("R6")
  void aPartWhoseStatusCannotBeReadLeavesItOpen() {
    world.answer(Samples.OTHER_PART, new CredentialStatuses.Unavailable());

    assertConcludes(
        verify(Samples.signed(Samples.unsignedAward())),
        Conclusion.UNDECIDED,
        FindingCode.PART_STATUS_UNAVAILABLE);
  }

  private static Finding part(FindingCode code, CredentialId part) {
    return new Finding(CheckName.PARTS, code, Map.of("part", part.urn()));
  }
}
