package org.mikromerit.registry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mikromerit.registry.Deliveries;
import org.mikromerit.registry.Deliveries.Sent;
import org.mikromerit.registry.People;
import org.mikromerit.registry.People.Person;
import org.mikromerit.registry.Register;
import org.mikromerit.testkit.Await;
import org.mikromerit.testkit.http.Http;
import org.mikromerit.testkit.http.Http.Reply;
import org.mikromerit.testkit.http.OpenApi;
import org.mikromerit.testkit.http.OpenApi.Operation;
import org.mikromerit.testkit.identity.IdentityResource;
import org.mikromerit.testkit.platform.PlatformResource;

/** Nothing personal leaves this service without a note of why (CTRL-1). */
@QuarkusTest
@QuarkusTestResource(
    value = PlatformResource.class,
    initArgs = @ResourceArg(name = "database", value = "registry"))
@QuarkusTestResource(IdentityResource.class)
class DisclosureTest {

  /** Where a learner gets what is theirs; the walk below must find the person there. */
  private static final Set<String> PERSONAL =
      Set.of(
          "listOwnIdentifiers",
          "listOwnCredentials",
          "downloadOwnCredential",
          "readOwnCredential",
          "exportPortfolio");

  @Test
  @Tag("CTRL-1")
  void noAnswerOfAnyOperationCarriesAPersonWithoutARecordedBasisAndPurpose() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(
            lisa.emailRef(), UUID.randomUUID(), "Kanarieprovet", "2026-05-20T00:00:00Z");
    Await.until(
        "it is held",
        () ->
            service()
                .get("/portfolio")
                .bearer(lisa.token())
                .send()
                .body()
                .contains("Kanarieprovet"));
    List<String> canaries =
        List.of(
            Deliveries.HOLDER,
            String.valueOf(lisa.email()),
            String.valueOf(lisa.nationalNumber()),
            lisa.emailRef(),
            lisa.numberRef(),
            "Kanarieprovet");

    var personal = new ArrayList<String>();
    for (Operation operation : OpenApi.of(service()).operations()) {
      if (operation.method().equals("GET")) {
        long before = disclosures();
        Reply reply = asked(operation, sent, lisa);
        if (isPersonal(reply, canaries)) {
          personal.add(operation.id());
          assertThat(disclosures()).as("disclosures by %s", operation).isGreaterThan(before);
        }
      }
    }

    assertThat(personal).containsAll(PERSONAL);
  }

  @Test
  @Tag("CTRL-1")
  void aDisclosureSaysWhyAndToWhomAndNamesNobody() {
    Person lisa = People.withBoth();
    Sent sent =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    String path = "/portfolio/" + sent.credential();
    Await.until(
        "it is held", () -> service().get(path).bearer(lisa.token()).send().status() == 200);

    Map<String, Object> noted = lastAbout(sent.credential());

    assertThat(noted)
        .containsEntry("basis", "DATA_SUBJECT_REQUEST")
        .containsEntry("purpose", "LEARNER_ACCESS");
    assertThat(noted.get("recipient")).asString().startsWith("learner:");
    assertThat(noted.toString()).doesNotContain(Deliveries.HOLDER, String.valueOf(lisa.email()));
  }

  @Test
  @Tag("CTRL-1")
  void whatIsNotGivenOutIsNotNotedAsGiven() {
    Person lisa = People.withBoth();
    Person lars = People.withAnAddress();
    Sent lisas =
        Deliveries.send(lisa.emailRef(), UUID.randomUUID(), "Hygien", "2026-05-20T00:00:00Z");
    Await.until(
        "it is held",
        () -> service().get("/portfolio").bearer(lisa.token()).send().body().contains("Hygien"));

    service().get("/portfolio/" + lisas.credential()).bearer(lars.token()).send();

    assertThat(about(lisas.credential())).isZero();
  }

  /** An archive can hold anything. */
  private static boolean isPersonal(Reply reply, List<String> canaries) {
    return reply.header("Content-Type").startsWith("application/zip")
        || canaries.stream().anyMatch(reply.body()::contains);
  }

  /** With ids of things that are there, as far as there are any. */
  private static Reply asked(Operation operation, Sent sent, Person lisa) {
    Map<String, String> path = new HashMap<>();
    for (String parameter : operation.pathParameters()) {
      path.put(
          parameter,
          parameter.equals("org") ? sent.issuer().toString() : sent.credential().toString());
    }
    path.replaceAll((name, id) -> name.equals("version") || name.equals("n") ? "1" : id);
    return service()
        .get(operation.at(path))
        .bearer(operation.secured() ? lisa.token() : null)
        .send();
  }

  private static long disclosures() {
    return count("select count(*) from disclosure");
  }

  private static long about(UUID credential) {
    return count("select count(*) from disclosure where subject = '" + credential + "'");
  }

  private static long count(String query) {
    return Register.database().withHandle(sql -> sql.createQuery(query).mapTo(Long.class).one());
  }

  private static Map<String, Object> lastAbout(UUID credential) {
    return Register.database()
        .withHandle(
            sql ->
                sql.createQuery(
                        """
                        select basis, purpose, recipient, subject_type, subject from disclosure
                        where subject = :credential order by at desc limit 1
                        """)
                    .bind("credential", credential.toString())
                    .mapToMap()
                    .one());
  }

  private static Http service() {
    return new Http("http://localhost:" + RestAssured.port);
  }
}
