package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.mikromerit.testkit.http.Http;

/** What compose and Kubernetes ask for is there to be asked for. */
class HealthTest {
  private final Installation installation = Installation.get();

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.HealthPaths#ALL")
  void everyServiceAnswersWhereItsProbesAsk(String path) {
    for (Http service : installation.services()) {
      assertThat(service.get(path).send().status()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.HealthPaths#PROBED")
  void thePortalAnswersWhereItsProbesAsk(String path) {
    Http portal = new Http(installation.stack().service("portal").url());

    assertThat(portal.get(path).send().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @FieldSource("org.mikromerit.journeys.deployment.HealthPaths#ALL")
  void thereIsNoProbeThatAnswersAnywhere(String path) {
    for (Http service : installation.services()) {
      assertThat(service.get(path + "-not").send().status()).isEqualTo(404);
    }
  }
}
