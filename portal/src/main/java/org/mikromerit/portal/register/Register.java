package org.mikromerit.portal.register;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What the registry tells anybody. */
@RegisterRestClient(configKey = "registry")
public interface Register {

  @GET
  @Path("/organisations")
  Paged<Organisation> organisations(
      @QueryParam("q") @Nullable String q,
      @QueryParam("state") @Nullable State state,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/organisations/{id}")
  Organisation organisation(@PathParam("id") UUID id);

  @GET
  @Path("/definitions")
  Paged<Definition> definitions(
      @QueryParam("q") @Nullable String q,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/definitions/{id}/versions/{version}")
  Definition definition(@PathParam("id") UUID id, @PathParam("version") int version);

  /** How an organisation stands. */
  enum State {
    SELF_DECLARED(Status.UNKNOWN),
    APPLIED(Status.UNKNOWN),
    IN_REVIEW(Status.UNKNOWN),
    AUTHORISED(Status.GOOD),
    REFUSED(Status.BAD),
    SUSPENDED(Status.WARNING),
    WITHDRAWN(Status.BAD),
    MERGED(Status.UNKNOWN),
    CLOSED(Status.UNKNOWN);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    /** By its name; null for any other text, which leaves all of them. */
    public static @Nullable State named(@Nullable String name) {
      return Stream.of(values()).filter(each -> each.name().equals(name)).findFirst().orElse(null);
    }

    public Status status() {
      return status;
    }
  }

  /** How strictly its sector controls who may define and issue. */
  enum GovernanceModel {
    REGULATORY,
    ADVISORY,
    AUTONOMOUS,
    HYBRID
  }

  /** Which kind of award. */
  enum Kind {
    MICRO_CREDENTIAL,
    VERIFIED_SKILL,
    ATTENDANCE
  }

  /** What it certifies of whoever holds it. */
  enum CertificationLevel {
    PARTICIPATION,
    OBJECTIVES,
    DEMONSTRATED
  }

  /** An organisation that applied at some time, with what became of it. */
  record Organisation(
      UUID id,
      String name,
      @Nullable String country,
      @Nullable String region,
      GovernanceModel governanceModel,
      @Nullable URI contactUrl,
      State state,
      @Nullable String did,
      List<Since> history) {}

  /** How it stood from when on. */
  record Since(State state, Instant from, @Nullable String reason) {}

  /** A published version of what may be awarded. */
  record Definition(
      UUID id,
      int version,
      UUID organisation,
      Kind kind,
      CertificationLevel certificationLevel,
      Map<String, String> title,
      List<Skill> skills,
      @Nullable BigDecimal workloadHours,
      @Nullable Credits credits,
      @Nullable Level level,
      @Nullable String qualityAssuranceType,
      @Nullable GovernanceModel governanceModel,
      Instant publishedAt) {

    /** The title in the language, else in any. */
    public String title(Language language) {
      String wanted = title.get(language.tag());
      return wanted != null ? wanted : title.values().stream().findFirst().orElse(id.toString());
    }
  }

  /** A skill of a taxonomy. */
  record Skill(String uri, @Nullable String label) {}

  /** How much it counts in a scheme of credits. */
  record Credits(String system, BigDecimal value) {}

  /** Where it lies in a framework of levels. */
  record Level(String framework, String value) {}
}
