package org.mikromerit.credential.testing;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.definition.Assessment;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.Benefit;
import org.mikromerit.credential.definition.BenefitType;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.Credits;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.GovernanceModel;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.LearningSetting;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.definition.Outcome;
import org.mikromerit.credential.definition.Participation;
import org.mikromerit.credential.definition.ParticipationMode;
import org.mikromerit.credential.definition.QualityAssurance;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Skill;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.Award;
import org.mikromerit.credential.openbadge.AwardPart;
import org.mikromerit.credential.openbadge.CredentialContent;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.Issuer;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.openbadge.UnderRight;
import org.mikromerit.credential.proof.CarelessSigner;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusPurpose;

/** A school, its keys and what it issues. */
public final class Samples {

  public static final URI PUBLIC_BASE = URI.create("http://localhost:8082");
  public static final Did SCHOOL =
      DidWeb.of(PUBLIC_BASE, "organisations", "0190a000-0000-7000-8000-000000000001");
  public static final String SCHOOL_NAME = "Vårdskolan i Åmål";
  public static final SigningKey KEY = key("school");
  public static final VerificationMethodId METHOD =
      VerificationMethodId.of(SCHOOL, KEY.publicKey());
  public static final Instant AWARDED = Instant.parse("2026-03-01T08:00:00Z");
  public static final Instant ISSUED = Instant.parse("2026-03-02T09:30:15Z");
  public static final Instant NOW = Instant.parse("2026-03-02T09:30:20Z");
  public static final URI LIST = URI.create("http://localhost:8082/status-lists/1");
  public static final URI SUSPENSIONS = URI.create("http://localhost:8082/status-lists/2");
  // Years ahead, for the libraries of others ask the real clock.
  public static final Instant LIST_ENDS = Instant.parse("2046-03-02T00:00:00Z");
  public static final int INDEX = 94_567;
  public static final CredentialId ID = CredentialId.of("0190b000-0000-7000-8000-00000000000a");
  public static final CredentialId PART = CredentialId.of("0190b000-0000-7000-8000-00000000000b");
  public static final CredentialId OTHER_PART =
      CredentialId.of("0190b000-0000-7000-8000-00000000000c");

  public static final Did CREATOR =
      DidWeb.of(PUBLIC_BASE, "organisations", "0190a000-0000-7000-8000-000000000002");
  public static final UUID RIGHT = UUID.fromString("0190e000-0000-7000-8000-000000000001");

  private static final Map<KeyType, SoftwareKey> KEYS = new ConcurrentHashMap<>();

  private Samples() {}

  /** One key of each type, for one of RSA takes long to make. */
  public static SoftwareKey key(KeyType type) {
    return KEYS.computeIfAbsent(type, each -> SoftwareKey.generate(each, new SecureRandom()));
  }

  /** The same name gives the same key in every run. */
  public static SigningKey key(String name) {
    try {
      return SoftwareKey.ed25519(
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static Definition hygiene() {
    return hygiene(
        LangString.of(Map.of("sv", "Hygien i vård", "en", "Hygiene in care")),
        new Workload(new BigDecimal("40"), new Credits(Credits.ECTS, new BigDecimal("1.5"))));
  }

  public static Definition hygiene(LangString title, @Nullable Workload workload) {
    return new Definition(
        UUID.fromString("0190c000-0000-7000-8000-000000000001"),
        3,
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        title,
        LangString.of(
            Map.of("sv", "Basal hygien enligt Vårdhandboken®. 🧼", "en", "Basic hygiene. 🧼")),
        "SE",
        "SE232",
        SCHOOL_NAME,
        List.of(
            new Outcome(
                LangString.of(Map.of("sv", "Desinficerar händerna", "en", "Disinfects hands")),
                LangString.of(Map.of("sv", "Visar det på avdelning", "en", "Shows it on a ward")),
                List.of(
                    new Skill(
                        URI.create(
                            "http://data.europa.eu/esco/skill/0e3dbd22-a8b7-41b7-9c2c-6e3a6c1f9c53"),
                        "apply hygiene standards"))),
            new Outcome(
                LangString.of(Map.of("sv", "Förklarar smittvägar", "en", "Explains infection")),
                LangString.of(Map.of("sv", "Fem av sex rätt", "en", "Five of six correct")),
                List.of())),
        workload,
        new Level.Of(LevelFramework.SEQF, 4),
        new Assessment(
            List.of(AssessmentType.PRACTICAL, AssessmentType.WRITTEN),
            "Observation på kliniskt träningscentrum",
            Supervision.SUPERVISED_ONSITE_IDENTITY_CHECK,
            "lärare"),
        new Participation(ParticipationMode.BLENDED, LearningSetting.NON_FORMAL),
        new QualityAssurance(
            QualityAssuranceType.THIRD_PARTY,
            "Myndigheten för yrkeshögskolan",
            "MYH 2025/123",
            LocalDate.parse("2027-12-31")),
        List.of(new Benefit(BenefitType.JOB_TASK, "Får arbeta vårdnära")),
        GovernanceModel.ADVISORY,
        "Inga",
        List.of("sv"),
        true);
  }

  public static CredentialContent content() {
    return content(new Holder("Åsa", "Öberg"), hygiene(), null);
  }

  public static CredentialContent content(
      Holder holder, Definition definition, @Nullable Award award) {
    return content(holder, definition, award, null);
  }

  private static CredentialContent content(
      Holder holder,
      Definition definition,
      @Nullable Award award,
      @Nullable UnderRight underRight) {
    return new CredentialContent(
        ID,
        new Issuer(SCHOOL, SCHOOL_NAME),
        definition,
        holder,
        AWARDED,
        ISSUED,
        null,
        new AssessmentResult("VG", "U/G/VG"),
        List.of(new StatusEntry(StatusPurpose.REVOCATION, LIST, INDEX)),
        award,
        "Tre dagars observation",
        underRight);
  }

  /** The content, with its status told elsewhere. */
  public static CredentialContent with(CredentialContent content, List<StatusEntry> statuses) {
    return new CredentialContent(
        content.id(),
        content.issuer(),
        content.definition(),
        content.holder(),
        content.awardedAt(),
        content.issuedAt(),
        content.validUntil(),
        content.result(),
        statuses,
        content.award(),
        content.evidenceStatement(),
        content.underRight());
  }

  public static Award award() {
    return new Award(
        UUID.fromString("0190d000-0000-7000-8000-000000000001"),
        2,
        List.of(
            new AwardPart(
                PART, "Hygien", List.of(new StatusEntry(StatusPurpose.REVOCATION, LIST, 17))),
            AwardPart.of(OTHER_PART)));
  }

  /** The same, which can be suspended too: by the same index of another list. */
  public static JsonObject suspendable() {
    return OpenBadgeComposer.compose(
        with(
            content(),
            List.of(
                new StatusEntry(StatusPurpose.REVOCATION, LIST, INDEX),
                new StatusEntry(StatusPurpose.SUSPENSION, SUSPENSIONS, INDEX))));
  }

  public static JsonObject unsigned() {
    return OpenBadgeComposer.compose(content());
  }

  public static JsonObject unsignedAward() {
    return unsignedAward(award());
  }

  /** An award of one part, and of another of which only the name is known. */
  public static JsonObject unsignedAward(AwardPart part) {
    Award award = award();
    return unsignedAward(
        new Award(
            award.pathway(), award.pathwayVersion(), List.of(part, AwardPart.of(OTHER_PART))));
  }

  private static JsonObject unsignedAward(Award award) {
    return OpenBadgeComposer.compose(content(new Holder("Åsa", "Öberg"), hygiene(), award));
  }

  /** The school awards a definition that another created. */
  public static JsonObject unsignedUnderRight() {
    return OpenBadgeComposer.compose(
        content(
            new Holder("Åsa", "Öberg"),
            hygiene(),
            null,
            new UnderRight(RIGHT, CREATOR, "Omsorgsakademin i Öregrund")));
  }

  /** Blank nodes that are so much alike that a factorial of ways would name them. */
  public static JsonObject entangled() {
    JsonArrayBuilder evidence = JsonTree.array();
    for (int i = 0; i < 9; i++) {
      JsonArrayBuilder alike = JsonTree.array();
      for (int j = 0; j < 9; j++) {
        alike.add(
            JsonTree.object()
                .add("type", "Evidence")
                .add("genre", JsonTree.object().add("name", "x")));
      }
      evidence.add(
          JsonTree.object().add("type", JsonTree.array().add("Evidence")).add("audience", alike));
    }
    return JsonTree.object(unsigned()).add("evidence", evidence).build();
  }

  /** The same, issued by somebody else. */
  public static JsonObject unsigned(Did issuer) {
    JsonObject document = unsigned();
    JsonObject profile =
        JsonTree.object(document.getJsonObject("issuer")).add("id", issuer.value()).build();
    return JsonTree.object(document).add("issuer", profile).build();
  }

  public static byte[] signed(JsonObject document) {
    return signed(document, KEY, METHOD);
  }

  /** Signed later than it says that it was issued. */
  public static byte[] signed(JsonObject document, Instant created) {
    return signed(document, KEY, METHOD, created);
  }

  public static byte[] signed(JsonObject document, SigningKey key, VerificationMethodId method) {
    return signed(document, key, method, ISSUED);
  }

  private static byte[] signed(
      JsonObject document, SigningKey key, VerificationMethodId method, Instant created) {
    try {
      return DocumentSigner.standard().sign(document, key, method, created);
    } catch (NotCovered e) {
      throw new IllegalStateException(e.place() + ": " + e.getMessage(), e);
    }
  }

  /** As an issuer signs who does not look at what it signs. */
  public static byte[] carelesslySigned(JsonObject document) {
    return CarelessSigner.sign(document, KEY, METHOD, ISSUED);
  }

  public static byte[] statusList(Integer... revoked) {
    return signed(unsignedList(revoked));
  }

  public static JsonObject unsignedList(Integer... revoked) {
    return list(LIST, StatusPurpose.REVOCATION, List.of(revoked));
  }

  public static byte[] suspensions(Integer... suspended) {
    return signed(list(SUSPENSIONS, StatusPurpose.SUSPENSION, List.of(suspended)));
  }

  private static JsonObject list(URI url, StatusPurpose purpose, List<Integer> set) {
    return new StatusListCredential(
            url,
            SCHOOL,
            purpose,
            StatusBits.blank(StatusBits.FEWEST).withSet(set),
            ISSUED,
            LIST_ENDS)
        .unsigned();
  }
}
