package org.mikromerit.journeys;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/**
 * A made-up world: other names and numbers for each seed, all of them hostile to careless
 * encodings.
 */
public final class World {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> GIVEN =
      List.of("Åsa", "Öjvind", "Ägir", "Zoë", "Nguyễn", "Ólöf", "Łucja", "صفاء", "O'Brien \"Bo\"");
  private static final List<String> FAMILY =
      List.of("Sjöö", "Ångström ®", "Čapek", "D’Arcy", "李", "Müßig", "Naïve 🌻", "García–Núñez");
  private static final List<String> SUBJECTS =
      List.of(
          "Hygien",
          "Läkemedel",
          "Förflyttning",
          "Bemötande",
          "Näring ®",
          "Demens",
          "Journal 🗂",
          "Smärta");
  private static final List<String> ESCO =
      List.of(
          "0450eaee-1a00-4622-8f4e-5356fce816d2",
          "6d13053b-ee35-492c-8976-8178420df398",
          "1d21f6ad-340f-45da-a0a3-4e83867f47a6",
          "0ff99f51-40d9-42f1-a1ec-377b2bb5e15f");

  private final Random random;
  private final long seed;

  public World(long seed) {
    this.seed = seed;
    this.random = new Random(seed);
  }

  long seed() {
    return seed;
  }

  public String organisation(String kind) {
    return kind + " " + pick(FAMILY) + " " + random.nextInt(10_000);
  }

  public ObjectNode learner() {
    ObjectNode learner = JSON.createObjectNode();
    learner.put("givenName", pick(GIVEN)).put("familyName", pick(FAMILY));
    learner
        .putObject("identifier")
        .put("type", "email")
        .put("value", "learner-" + Long.toHexString(random.nextLong()) + "@example.org");
    return learner;
  }

  /** A definition with all the standard elements. */
  public ObjectNode definition() {
    ObjectNode definition = JSON.createObjectNode();
    String subject = pick(SUBJECTS) + " " + random.nextInt(1_000);
    definition.put("kind", "MICRO_CREDENTIAL").put("certificationLevel", "DEMONSTRATED");
    definition.putObject("title").put("sv", subject + " åäö").put("en", subject);
    definition.put("country", "SE");
    definition.putObject("awardingBody").put("name", pick(FAMILY));
    ArrayNode outcomes = definition.putArray("outcomes");
    for (int n = 0; n <= random.nextInt(4); n++) {
      ObjectNode outcome = outcomes.addObject();
      outcome
          .putObject("text")
          .put("sv", "Kan del " + n + " av " + subject)
          .put("en", "Can part " + n);
      outcome
          .putObject("criterion")
          .put("sv", "Visar det " + (n + 1) + " gånger")
          .put("en", "Shows it");
      outcome
          .putArray("skills")
          .addObject()
          .put("uri", "http://data.europa.eu/esco/skill/" + pick(ESCO))
          .put("label", "a skill of ESCO");
    }
    definition.putObject("workload").put("hours", 8 + random.nextInt(200));
    definition
        .putObject("level")
        .put("framework", "SeQF")
        .put("value", Integer.toString(1 + random.nextInt(7)));
    definition
        .putObject("assessment")
        .put("method", "Shown to an assessor")
        .put("supervision", "supervised-onsite-identity-check")
        .put("assessorRole", "Teacher")
        .putArray("types")
        .add("practical");
    definition.putObject("participation").put("mode", "onsite").put("setting", "informal");
    definition
        .putObject("qualityAssurance")
        .put("type", "third-party")
        .put("body", "Rådet för " + subject)
        .put("reference", "R " + random.nextInt(100));
    definition
        .putArray("benefits")
        .addObject()
        .put("type", "job-task")
        .put("text", "May do " + subject);
    definition.putArray("languages").add("sv");
    return definition;
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
