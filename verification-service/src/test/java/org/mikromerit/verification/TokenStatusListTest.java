package org.mikromerit.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mikromerit.verification.Employer.awaitFinding;
import static org.mikromerit.verification.Employer.awaitVerdict;
import static org.mikromerit.verification.Employer.verdict;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.events.Event;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.kit.inbox.EventHandler;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.events.TopicProbe;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** What a verdict says of a token whose status a Token Status List tells. */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "verification"))
@QuarkusTestResource(IdentityResource.class)
class TokenStatusListTest {
  private static final int USUAL = 131_072;
  private static final int MILLION = 1_048_576;
  private static final BitSet NONE = new BitSet();

  @Inject Jdbi jdbi;
  @Inject EventHandler<OrganisationKeyChangedV1> learnsOfKeys;
  @Inject UserTransaction transaction;

  private final TopicProbe topics = new TopicProbe();
  private final School school = School.authorised(topics);
  // Later than that of any list that a school announces by itself, whenever the second turns.
  private final Instant end =
      Instant.now().plus(Duration.ofHours(25)).truncatedTo(ChronoUnit.SECONDS);

  @AfterEach
  void closeTopics() {
    topics.close();
  }

  @Test
  void itsListTellsOfRevocationsAndOfSuspensions() {
    school.announceBothForms(only(5), only(6), USUAL, end);

    awaitVerdict(issued(4), "VALID");
    assertThat(awaitFinding(issued(5), "revoked").path("conclusion").asText()).isEqualTo("INVALID");
    assertThat(awaitFinding(issued(6), "suspended").path("conclusion").asText())
        .isEqualTo("INVALID");
    school.announceBothForms(only(4), NONE, USUAL, end.plusSeconds(1));

    awaitFinding(issued(4), "revoked");
    awaitVerdict(issued(6), "VALID");
  }

  @Test
  void whatAHolderKeepsBackHidesNoStatus() {
    school.announceBothForms(only(5), NONE, USUAL, end);

    awaitFinding(selective(4).text(), "status-standing");
    awaitFinding(selective(5).text(), "revoked");
    awaitFinding(selective(5).showing(List.of()).text(), "revoked");
    var little = awaitFinding(selective(4).showing(List.of()).text(), "status-standing");

    assertThat(little.toString()).doesNotContain("status-may-be-withheld");
  }

  private SdJwt selective(int index) {
    return school.issuesSelectiveListedInToken(UUID.randomUUID(), school.tokenListUrl(), index);
  }

  /** Half of all, in no order, which compresses to nothing. */
  @Test
  void aListOfAMillionTellsOfEachInBothForms() {
    var revoked = new BitSet(MILLION);
    var random = new Random(7);
    for (int index = 0; index < MILLION - 2; index++) {
      revoked.set(index, random.nextBoolean());
    }
    int first = revoked.nextSetBit(600_000);
    int standing = revoked.nextClearBit(600_000);

    school.announceBothForms(revoked, only(MILLION - 2), MILLION, end);

    awaitVerdict(issued(standing), "VALID");
    awaitVerdict(issued(MILLION - 1), "VALID");
    awaitFinding(issued(first), "revoked");
    awaitFinding(issued(MILLION - 2), "suspended");
    awaitFinding(issued(MILLION), "status-index-out-of-range");
    awaitFinding(school.issues(UUID.randomUUID(), first), "revoked");
    awaitVerdict(school.issues(UUID.randomUUID(), standing), "VALID");
  }

  @Test
  void aListThatIsNotHeldInThatFormIsUndecided() {
    school.announceBothForms(NONE, NONE, USUAL, end);
    awaitVerdict(issued(1), "VALID");

    var asToken = verdict(school.issuesListedInToken(UUID.randomUUID(), school.listUrl(), 1));

    assertThat(asToken.path("conclusion").asText()).isEqualTo("UNDECIDED");
    assertThat(asToken.toString()).contains("\"status-list-unknown\"");
  }

  @Test
  void anothersListTellsNothing() {
    School other = School.authorised(topics);
    other.announceBothForms(NONE, NONE, USUAL, end);
    awaitVerdict(issued(other, 1), "VALID");
    String document = school.issuesListedInToken(UUID.randomUUID(), other.tokenListUrl(), 1);

    var verdict = awaitFinding(document, "status-list-foreign");

    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  void anOldListIsUndecidedAndStillRevokes() {
    var away = new School(topics);
    away.announceAuthorised();
    away.announceBothForms(only(5), only(6), USUAL, end.minus(Duration.ofDays(2)));

    var stale = awaitFinding(issued(away, 4), "status-list-stale");

    assertThat(stale.path("conclusion").asText()).isEqualTo("UNDECIDED");
    awaitFinding(issued(away, 6), "status-list-stale");
    assertThat(awaitFinding(issued(away, 5), "revoked").path("conclusion").asText())
        .isEqualTo("INVALID");
  }

  @Test
  @Tag("S6")
  void aTokenThatWasVerifiedCountsForNothingOnceItsKeyIsRevoked() {
    school.announceBothForms(NONE, NONE, USUAL, end);
    awaitVerdict(issued(4), "VALID");

    school.announceKeyRevoked();

    var verdict = awaitFinding(issued(4), "status-list-unknown");
    assertThat(verdict.path("conclusion").asText()).isEqualTo("UNDECIDED");
  }

  @Test
  void aListThatComesWhileItsKeyIsBeingLearnedOfIsHeldAndDoesNotWait() throws Exception {
    var away = new School(topics);
    away.announce(new StateSince(OrganisationState.AUTHORISED, Instant.EPOCH, null));
    Await.until("it is known", () -> isThere("organisation", away.id));
    var learned = Event.of(UUID.randomUUID(), 1, Instant.now(), null, away.key(null));

    transaction.begin();
    learnsOfKeys.apply(learned);
    away.announceBothForms(only(5), NONE, USUAL, end);
    Await.until("the list meets the key", this::somebodyWaits);
    transaction.commit();

    Await.until("the list is held", () -> isThere("status_list", away.list));
    assertThat(isWaiting(away.list)).isFalse();
  }

  private boolean somebodyWaits() {
    return one("select exists (select from pg_locks where locktype = 'advisory' and not granted)");
  }

  private boolean isThere(String table, UUID id) {
    return one("select exists (select from " + table + " where id = '" + id + "')");
  }

  private boolean one(String question) {
    return jdbi.withHandle(sql -> sql.createQuery(question).mapTo(Boolean.class).one());
  }

  @Test
  @Tag("S6")
  void anOldListThatIsToldAnewUndoesNothing() {
    school.announceBothForms(only(5), NONE, USUAL, end);
    awaitFinding(issued(5), "revoked");

    school.announceBothForms(NONE, NONE, USUAL, end.minusSeconds(3600));

    awaitSetAside("ROLLED_BACK");
    awaitFinding(issued(5), "revoked");
  }

  @Test
  @Tag("S6")
  void anOldTokenBesideANewListUndoesNothing() {
    String old =
        school.signedToken(school.tokenListUrl(), NONE, NONE, USUAL, end.minusSeconds(3600));
    school.announceBothForms(only(5), NONE, USUAL, end);
    awaitFinding(issued(5), "revoked");

    school.announceBothForms(only(5), USUAL, end.plusSeconds(1), old);

    awaitSetAside("TOKEN");
    awaitFinding(issued(5), "revoked");
  }

  @Test
  @Tag("S6")
  void aTokenThatAnotherSignedIsSetAside() {
    School other = School.authorised(topics);
    awaitVerdict(other.issues(UUID.randomUUID(), 1), "VALID");
    school.announceBothForms(only(5), NONE, USUAL, end);
    awaitFinding(issued(5), "revoked");

    school.announceBothForms(
        only(5),
        USUAL,
        end.plusSeconds(1),
        other.signedToken(school.tokenListUrl(), NONE, NONE, USUAL, end.plusSeconds(1)));

    awaitSetAside("TOKEN");
    awaitFinding(issued(5), "revoked");
  }

  @Test
  @Tag("S6")
  void aListThatComesBeforeItsKeyWaitsWithItsToken() {
    var late = new School(topics);
    late.announceBothForms(only(5), NONE, USUAL, end);
    Await.until("it waits", () -> isWaiting(late.list));

    late.announceAuthorised();

    awaitFinding(issued(late, 5), "revoked");
    awaitVerdict(issued(late, 4), "VALID");
  }

  private String issued(int index) {
    return issued(school, index);
  }

  private static String issued(School by, int index) {
    return by.issuesListedInToken(UUID.randomUUID(), by.tokenListUrl(), index);
  }

  private static BitSet only(int index) {
    var set = new BitSet();
    set.set(index);
    return set;
  }

  private void awaitSetAside(String cause) {
    Await.until("it is set aside", () -> cause().contains(cause));
  }

  private String cause() {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select cause from parked where key = :key")
                .bind("key", school.list.toString())
                .mapTo(String.class)
                .findFirst()
                .orElse(""));
  }

  private boolean isWaiting(UUID list) {
    return jdbi.withHandle(
        sql ->
            sql.createQuery("select exists (select from status_list_waiting where id = :id)")
                .bind("id", list)
                .mapTo(Boolean.class)
                .one());
  }
}
