package org.mikromerit.portal.institution.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;
import org.mikromerit.portal.institution.Text;
import org.mikromerit.portal.page.Coded;
import org.mikromerit.portal.page.Language;
import org.mikromerit.portal.page.Status;
import org.mikromerit.portal.reach.Paged;

/** What the issuer tells an institution of its definitions, and does with them. */
@RegisterRestClient(configKey = "issuer")
@AccessToken
@Path("/organisations/{org}/definitions")
interface Definitions {

  @GET
  Paged<Definition> page(
      @PathParam("org") UUID organisation,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") int limit);

  @GET
  @Path("/{id}")
  Definition definition(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  @POST
  Definition begin(@PathParam("org") UUID organisation, JsonNode draft);

  @PUT
  @Path("/{id}/draft")
  Definition redraft(@PathParam("org") UUID organisation, @PathParam("id") UUID id, JsonNode draft);

  @POST
  @Path("/check")
  Check check(@PathParam("org") UUID organisation, JsonNode draft);

  @POST
  @Path("/{id}/publication")
  Version publish(@PathParam("org") UUID organisation, @PathParam("id") UUID id);

  /**
   * A definition with its draft.
   *
   * @param newestVersion null before the first publication
   */
  record Definition(UUID id, @Nullable Integer newestVersion, JsonNode draft, Instant updatedAt) {

    /** The title in the language, else in the other; the id where there is none yet. */
    public String title(Language language) {
      JsonNode title = draft.path("title");
      String text = new Text(title.path("sv").asText(""), title.path("en").asText("")).in(language);
      return text.isEmpty() ? id.toString() : text;
    }
  }

  /** What a publication made. */
  record Version(UUID id, int version) {}

  /**
   * What publishing a draft would come to.
   *
   * @param warnings null where an older issuer has none
   */
  record Check(
      boolean publishable,
      List<Element> elements,
      List<Fault> errors,
      @Nullable List<Fault> warnings) {

    /** What whoever publishes it should know. */
    public List<Fault> cautions() {
      return warnings == null ? List.of() : warnings;
    }
  }

  /** How a draft stands to a standard element. */
  record Element(StandardElement element, State state) {}

  /** Whether a standard element is there. */
  enum State {
    STATED(Status.GOOD),
    MISSING(Status.BAD),
    NOT_ASKED(Status.UNKNOWN),
    WHEN_ISSUED(Status.UNKNOWN);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    public Status status() {
      return status;
    }
  }

  /** The elements that describe a micro-credential (Council Recommendation 2022/C 243/02). */
  enum StandardElement {
    LEARNER,
    TITLE,
    COUNTRY,
    AWARDING_BODY,
    DATE,
    OUTCOMES,
    WORKLOAD,
    LEVEL,
    ASSESSMENT,
    PARTICIPATION,
    QUALITY_ASSURANCE,
    /** One that came after this page was written. */
    OTHER;

    @com.fasterxml.jackson.annotation.JsonCreator
    static StandardElement of(String code) {
      return Coded.of(StandardElement.class, code, OTHER);
    }
  }

  /** Why a draft is not published, for which there are words in each language. */
  enum Rule {
    KIND_MISSING,
    CERTIFICATION_LEVEL_MISSING,
    PARTICIPATION_IS_ATTENDANCE,
    STANDARD_ELEMENT_MISSING,
    OUTCOME_WITHOUT_CRITERION,
    TOO_MANY_OUTCOMES,
    SKILL_INCOMPLETE,
    DEMONSTRATED_WITHOUT_PERFORMANCE,
    DEMONSTRATED_WITHOUT_ASSESSOR,
    QA_WITHOUT_BODY,
    BENEFIT_INCOMPLETE,
    MC_NOT_ASSESSED,
    MC_NOT_SMALL,
    MC_NOT_STANDALONE,
    MC_NOT_QA,
    /** The same, where it is the organisation that nobody stands behind. */
    NOT_AUTHORISED,
    CANNOT_BE_SIGNED,
    /** Not a reason, but a warning: it is published nevertheless. */
    SHOWN_WHOLE_ONLY,
    /** One that came after this page was written. */
    OTHER
  }

  /**
   * A rule that does not hold.
   *
   * @param field a JSON pointer into the draft
   */
  record Fault(String code, @Nullable StandardElement element, String field, String detail) {
    private static final Pattern ROW = Pattern.compile("/(outcomes|benefits)/([0-9]+).*");

    public Rule rule() {
      Rule rule = Coded.of(Rule.class, code, Rule.OTHER);
      return rule == Rule.MC_NOT_QA && field.startsWith("/awardingBody")
          ? Rule.NOT_AUTHORISED
          : rule;
    }

    /** Whether only the issuer has words for it. */
    public boolean wordless() {
      return rule() == Rule.OTHER;
    }

    /** The part of the form that it is about. */
    public Part part() {
      return Part.of(field);
    }

    /** Which row of that part, from 1; 0 where it is about none. */
    public int row() {
      Matcher row = ROW.matcher(field);
      return row.matches() ? Integer.parseInt(row.group(2)) + 1 : 0;
    }
  }

  /** A part of the form. */
  enum Part {
    ABOUT,
    OUTCOMES,
    LEARNING,
    ASSESSMENT,
    QUALITY,
    BENEFITS;

    /** As a link within the page names it. */
    public String anchor() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String field) {
      return switch (field.split("/", 3).length > 1 ? field.split("/", 3)[1] : "") {
        case "outcomes", "manyOutcomesReason" -> OUTCOMES;
        case "workload", "level", "participation", "prerequisites", "languages" -> LEARNING;
        case "assessment" -> ASSESSMENT;
        case "qualityAssurance" -> QUALITY;
        case "benefits", "stacking" -> BENEFITS;
        default -> ABOUT;
      };
    }
  }
}
