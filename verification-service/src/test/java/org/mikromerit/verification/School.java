package org.mikromerit.verification;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.definition.Assessment;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.Benefit;
import org.mikromerit.credential.definition.BenefitType;
import org.mikromerit.credential.definition.CertificationLevel;
import org.mikromerit.credential.definition.CredentialKind;
import org.mikromerit.credential.definition.Definition;
import org.mikromerit.credential.definition.LangString;
import org.mikromerit.credential.definition.LearningSetting;
import org.mikromerit.credential.definition.Level;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.definition.Outcome;
import org.mikromerit.credential.definition.Participation;
import org.mikromerit.credential.definition.ParticipationMode;
import org.mikromerit.credential.definition.QualityAssurance;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Workload;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jsonld.NotCovered;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.key.KeyType;
import org.mikromerit.credential.key.SigningKey;
import org.mikromerit.credential.key.SoftwareKey;
import org.mikromerit.credential.openbadge.AssessmentResult;
import org.mikromerit.credential.openbadge.Award;
import org.mikromerit.credential.openbadge.AwardPart;
import org.mikromerit.credential.openbadge.CredentialContent;
import org.mikromerit.credential.openbadge.Holder;
import org.mikromerit.credential.openbadge.HolderChoice;
import org.mikromerit.credential.openbadge.Issuer;
import org.mikromerit.credential.openbadge.OpenBadgeComposer;
import org.mikromerit.credential.openbadge.UnderRight;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.sdjwt.SdJwt;
import org.mikromerit.credential.sdjwt.SdJwtIssuer;
import org.mikromerit.credential.status.StatusBits;
import org.mikromerit.credential.status.StatusEntry;
import org.mikromerit.credential.status.StatusListCredential;
import org.mikromerit.credential.status.StatusListToken;
import org.mikromerit.credential.status.StatusPurpose;
import org.mikromerit.credential.status.TokenStatusEntry;
import org.mikromerit.credential.status.TokenStatuses;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.events.credentialstatus.CredentialStatus;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1.StatusSince;
import org.mikromerit.events.credentialstatus.StatusReason;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.definition.LocalText;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1.TermsSince;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1.Accreditation;
import org.mikromerit.events.organisation.OrganisationChangedV1.StateSince;
import org.mikromerit.events.organisation.OrganisationState;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.testkit.events.TopicProbe;

/**
 * A school that registry and issuer would know: it signs documents and has them announce what they
 * would.
 */
final class School {
  private static final URI HERE = URI.create("http://localhost:8082");
  private static final Instant BEGAN = Instant.parse("2026-01-15T08:00:00Z");
  private static final Instant AWARDED = Instant.parse("2026-03-01T08:00:00Z");

  final UUID id = UUID.randomUUID();
  final String name = "Vårdskolan i Åmål ® " + id;
  final Did did;
  private static final Change SUSPENDED =
      new Change(CredentialStatus.SUSPENDED, StatusReason.UNDER_INVESTIGATION);

  final UUID list = UUID.randomUUID();
  private final UUID suspensions = UUID.randomUUID();
  final UUID definition = UUID.randomUUID();
  SigningKey key;
  private UUID keyId = UUID.randomUUID();
  private final URI lists;
  private final TopicProbe topics;
  private int listVersion;
  private int suspensionsVersion;
  private int organisationVersion;

  School(TopicProbe topics) {
    this(topics, HERE);
  }

  School(TopicProbe topics, URI registry) {
    this(topics, registry, KeyType.ED25519);
  }

  /** One whose status lists lie elsewhere. */
  School(TopicProbe topics, URI registry, URI lists) {
    this(topics, registry, lists, KeyType.ED25519);
  }

  private School(TopicProbe topics, URI registry, KeyType kindOfKey) {
    this(topics, registry, registry, kindOfKey);
  }

  private School(TopicProbe topics, URI registry, URI lists, KeyType kindOfKey) {
    this.key = SoftwareKey.generate(kindOfKey, new SecureRandom());
    this.topics = topics;
    this.lists = lists;
    this.did = DidWeb.of(registry, "organisations", id.toString());
  }

  /** One whose organisation, key and list are announced. */
  static School authorised(TopicProbe topics) {
    return authorised(topics, KeyType.ED25519);
  }

  /** The same, with a key of this kind. */
  static School authorised(TopicProbe topics, KeyType kindOfKey) {
    var school = new School(topics, HERE, kindOfKey);
    school.announceAuthorised();
    school.announceList();
    return school;
  }

  /** Its organisation, key and definition. */
  void announceAuthorised() {
    announce(
        new StateSince(OrganisationState.APPLIED, BEGAN.minusSeconds(60), null),
        new StateSince(OrganisationState.AUTHORISED, BEGAN, null));
    announceKey();
    announceDefinition();
  }

  void announce(StateSince... history) {
    announce(null, history);
  }

  void announceAccredited(Accreditation... accreditations) {
    announce(List.of(accreditations), new StateSince(OrganisationState.AUTHORISED, BEGAN, null));
  }

  private void announce(@Nullable List<Accreditation> accreditations, StateSince... history) {
    organisationVersion++;
    topics.publish(
        new OrganisationChangedV1(
            id,
            name,
            "SE",
            GovernanceModel.AUTONOMOUS,
            history[history.length - 1].state(),
            did.value(),
            List.of(history),
            accreditations),
        organisationVersion);
  }

  void announceKey() {
    announceKey(1, null);
  }

  void announceKeyRevoked() {
    announceKey(2, Instant.parse("2026-10-01T00:00:00Z"));
  }

  /** Tells that the key was compromised, and signs its lists with another from now on. */
  void losesKey(Instant since) {
    announceKey(2, since);
    // The last that the lost key signed may come late, and must not be in the next one's way.
    announceList();
    key = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    keyId = UUID.randomUUID();
    announceKey();
    announceList();
  }

  UUID keyId() {
    return keyId;
  }

  private void announceKey(int version, @Nullable Instant revokedAt) {
    topics.publish(key(revokedAt), version);
  }

  /** What is told of its key. */
  OrganisationKeyChangedV1 key(@Nullable Instant revokedAt) {
    return new OrganisationKeyChangedV1(
        keyId,
        id,
        method().url(),
        key.publicKey().multibase(),
        switch (key.publicKey().type()) {
          case ED25519 -> KeyAlgorithm.ED25519;
          case P256 -> KeyAlgorithm.P256;
          case P384 -> KeyAlgorithm.P384;
          case RSA -> throw new IllegalStateException("organisations have no such keys");
        },
        BEGAN,
        null,
        revokedAt);
  }

  void announceDefinition() {
    topics.publish(
        new DefinitionPublishedV1(
            definition,
            1,
            id,
            org.mikromerit.events.CredentialKind.MICRO_CREDENTIAL,
            org.mikromerit.events.CertificationLevel.DEMONSTRATED,
            LocalText.of(Map.of("sv", "Hygien i vård")),
            List.of(),
            new BigDecimal("40"),
            null,
            null,
            org.mikromerit.events.definition.QualityAssuranceType.THIRD_PARTY,
            GovernanceModel.AUTONOMOUS,
            BEGAN),
        1);
  }

  /** Lets the other issue its definition, under all these terms. */
  void announceRight(UUID right, School holder, TermsSince... history) {
    topics.publish(
        new IssuingRightChangedV1(right, definition, id, holder.id, List.of(history)),
        history.length);
  }

  void announceList(Integer... revoked) {
    announceListUntil(Instant.now().plus(Duration.ofDays(1)), revoked);
  }

  void announceListUntil(Instant end, Integer... revoked) {
    listVersion++;
    Instant from = listBegins(end);
    topics.publish(
        new StatusListPublishedV1(
            list,
            id,
            org.mikromerit.events.statuslist.StatusPurpose.REVOCATION,
            listVersion,
            signedList(end, revoked),
            from,
            end,
            null),
        listVersion);
  }

  /**
   * Its list in both forms.
   *
   * @param size how many places it has
   */
  void announceBothForms(BitSet revoked, BitSet suspended, int size, Instant end) {
    announceBothForms(
        revoked, size, end, signedToken(tokenListUrl(), revoked, suspended, size, end));
  }

  void announceBothForms(BitSet revoked, int size, Instant end, String token) {
    listVersion++;
    topics.publish(
        new StatusListPublishedV1(
            list,
            id,
            org.mikromerit.events.statuslist.StatusPurpose.REVOCATION,
            listVersion,
            signedList(listUrl(), StatusPurpose.REVOCATION, StatusBits.of(revoked, size), end),
            listBegins(end),
            end,
            token),
        listVersion);
  }

  String signedToken(URI url, BitSet revoked, BitSet suspended, int size, Instant end) {
    return new StatusListToken(
            url,
            TokenStatuses.of(revoked, suspended, size),
            listBegins(end),
            end.truncatedTo(ChronoUnit.SECONDS))
        .sign(key, method());
  }

  URI tokenListUrl() {
    return lists.resolve("/token-status-lists/" + list);
  }

  void announceSuspensions(Integer... suspended) {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    suspensionsVersion++;
    topics.publish(
        new StatusListPublishedV1(
            suspensions,
            id,
            org.mikromerit.events.statuslist.StatusPurpose.SUSPENSION,
            suspensionsVersion,
            signedList(
                listUrl(suspensions),
                StatusPurpose.SUSPENSION,
                StatusBits.blank(StatusBits.FEWEST).withSet(List.of(suspended)),
                end),
            listBegins(end),
            end,
            null),
        suspensionsVersion);
  }

  String signedList(Instant end, Integer... revoked) {
    return signedList(
        listUrl(),
        StatusPurpose.REVOCATION,
        StatusBits.blank(StatusBits.FEWEST).withSet(List.of(revoked)),
        end);
  }

  private String signedList(URI url, StatusPurpose purpose, StatusBits bits, Instant end) {
    return text(
        sign(
            new StatusListCredential(
                    url, did, purpose, bits, listBegins(end), end.truncatedTo(ChronoUnit.SECONDS))
                .unsigned()));
  }

  private static Instant listBegins(Instant end) {
    return end.minus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS);
  }

  void announceRevoked(UUID credential) {
    announceChanges(credential, new Change(CredentialStatus.REVOKED, StatusReason.ERROR));
  }

  void announceSuperseded(UUID credential) {
    announceChanges(credential, new Change(CredentialStatus.REVOKED, StatusReason.SUPERSESSION));
  }

  void announceSuspended(UUID credential) {
    announceChanges(credential, SUSPENDED);
  }

  void announceReinstated(UUID credential) {
    announceChanges(
        credential, SUSPENDED, new Change(CredentialStatus.VALID, StatusReason.CLEARED));
  }

  private record Change(CredentialStatus status, StatusReason reason) {}

  private void announceChanges(UUID credential, Change... changes) {
    Instant since = Instant.parse("2026-04-01T10:00:00Z");
    var history = new ArrayList<StatusSince>();
    history.add(new StatusSince(CredentialStatus.VALID, null, AWARDED));
    for (Change change : changes) {
      history.add(new StatusSince(change.status(), change.reason(), since));
    }
    StatusSince now = history.getLast();
    topics.publish(
        new CredentialStatusChangedV1(
            credential, id, now.status(), now.reason(), now.from(), history),
        history.size());
  }

  /** What it would sign. */
  JsonObject unsigned(UUID credential, int index) {
    return document(credential, index, null, null);
  }

  String issues(UUID credential, int index) {
    return text(sign(document(credential, index, null, null)));
  }

  /** What one of its programs composed, which says no id and no time of its own. */
  String issuesGiven(String member) {
    return text(
        sign(
            JsonTree.object()
                .add("@context", JsonTree.array().add("https://www.w3.org/ns/credentials/v2"))
                .add("type", JsonTree.array().add("VerifiableCredential"))
                .add("issuer", did.value())
                .add("credentialSubject", JsonTree.object().add("name", member))
                .build()));
  }

  String issuesGraded(UUID credential, int index, String grade) {
    return text(
        sign(
            document(
                credential,
                List.of(new StatusEntry(StatusPurpose.REVOCATION, listUrl(), index)),
                null,
                new AssessmentResult(grade, null),
                null,
                definition(),
                null)));
  }

  /** Of having been there, which nobody assessed. */
  String issuesAttendance(UUID credential, int index) {
    Definition full = definition();
    Definition attendance =
        new Definition(
            full.id(),
            full.version(),
            CredentialKind.ATTENDANCE,
            CertificationLevel.PARTICIPATION,
            full.title(),
            null,
            "SE",
            null,
            name,
            List.of(),
            null,
            null,
            null,
            full.participation(),
            new QualityAssurance(QualityAssuranceType.NONE, null, null, null),
            List.of(),
            null,
            null,
            List.of("sv"),
            true);
    return text(sign(document(credential, index, null, null, attendance, null)));
  }

  /** One that can be suspended too. */
  String issuesSuspendable(UUID credential, int index) {
    return text(
        sign(
            document(
                credential,
                List.of(
                    new StatusEntry(StatusPurpose.REVOCATION, listUrl(), index),
                    new StatusEntry(StatusPurpose.SUSPENSION, listUrl(suspensions), index)),
                null,
                null,
                null,
                definition(),
                null)));
  }

  /** As a JWT whose status a Token Status List tells. */
  String issuesListedInToken(UUID credential, URI list, int index) {
    JsonObjectBuilder claims = JsonTree.object(document(credential, index, null, null));
    claims.remove("credentialStatus");
    claims.add(TokenStatusEntry.CLAIM, new TokenStatusEntry(list, index).json());
    return CompactJws.sign("vc+jwt", StrictJson.write(claims.build()), key, method());
  }

  /** The same as a JWT. */
  String issuesToken(UUID credential, int index) {
    return CredentialJwt.sign(
        CredentialJwt.Form.VC,
        document(credential, index, null, null),
        key,
        method(),
        Instant.parse("2026-03-02T09:30:15Z"));
  }

  /** The same, endorsed by somebody whom nobody knows, who says that their list lies there. */
  String issuesEndorsed(UUID credential, int index, URI theirList) {
    SigningKey endorser = SoftwareKey.generate(KeyType.ED25519, new SecureRandom());
    JsonObject endorsement =
        JsonTree.object()
            .add(
                "@context",
                JsonTree.array().add(PinnedContexts.CREDENTIALS_V2).add(PinnedContexts.OPEN_BADGES))
            .add("id", "urn:uuid:" + UUID.randomUUID())
            .add("type", JsonTree.array().add("VerifiableCredential").add("EndorsementCredential"))
            .add(
                "issuer",
                JsonTree.object()
                    .add("id", DidKey.of(endorser.publicKey()).value())
                    .add("type", JsonTree.array().add("Profile")))
            .add("validFrom", "2026-03-02T09:30:15Z")
            .add(
                "credentialSubject",
                JsonTree.object()
                    .add("id", did.value())
                    .add("type", JsonTree.array().add("EndorsementSubject")))
            .add("credentialStatus", new StatusEntry(StatusPurpose.REVOCATION, theirList, 1).json())
            .build();
    Instant signed = Instant.parse("2026-03-02T09:30:15Z");
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.VC,
            endorsement,
            endorser,
            DidKey.verificationMethod(endorser.publicKey()),
            signed);
    return CredentialJwt.sign(
        CredentialJwt.Form.VC,
        JsonTree.object(document(credential, index, null, null))
            .add("endorsementJwt", JsonTree.array().add(token))
            .build(),
        key,
        method(),
        signed);
  }

  /** The same, of which its holder may keep things back; bound to their key, if there is one. */
  SdJwt issuesSelective(UUID credential, int index, Optional<SigningKey> holder) {
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            document(credential, index, null, null),
            HolderChoice.standard(),
            holder.map(SigningKey::publicKey),
            key,
            method(),
            Instant.parse("2026-03-02T09:30:15Z"));
  }

  /** The same, whose status a Token Status List tells. */
  SdJwt issuesSelectiveListedInToken(UUID credential, URI list, int index) {
    JsonObjectBuilder claims = JsonTree.object(document(credential, index, null, null));
    claims.remove("credentialStatus");
    claims.add(TokenStatusEntry.CLAIM, new TokenStatusEntry(list, index).json());
    return new SdJwtIssuer(new SecureRandom())
        .issue(
            claims.build(),
            HolderChoice.standard(),
            Optional.empty(),
            key,
            method(),
            Instant.parse("2026-03-02T09:30:15Z"));
  }

  /** What the other created. */
  String issuesOf(School creator, UUID credential, int index, @Nullable UUID right) {
    return text(
        sign(
            document(
                credential,
                index,
                null,
                null,
                creator.definition(),
                right == null ? null : new UnderRight(right, creator.did, creator.name))));
  }

  String issuesUntil(UUID credential, int index, Instant end) {
    return text(sign(document(credential, index, end, null)));
  }

  String awards(UUID credential, int index, UUID... parts) {
    var named = new ArrayList<AwardPart>();
    int place = 100;
    for (UUID part : parts) {
      named.add(
          new AwardPart(
              new CredentialId(part),
              "Del",
              List.of(new StatusEntry(StatusPurpose.REVOCATION, listUrl(), place++))));
    }
    return text(sign(document(credential, index, null, new Award(UUID.randomUUID(), 1, named))));
  }

  /** A document that says it is this school's, signed by another in its own name. */
  String signedBy(School other, UUID credential) {
    // A signer refuses what is not its own, so the proof of another document is put under this one.
    String foreign = other.issues(credential, 1);
    return foreign.replace(other.did.value(), did.value());
  }

  private JsonObject document(
      UUID credential, int index, @Nullable Instant end, @Nullable Award award) {
    return document(credential, index, end, award, definition(), null);
  }

  private JsonObject document(
      UUID credential,
      int index,
      @Nullable Instant end,
      @Nullable Award award,
      Definition definition,
      @Nullable UnderRight underRight) {
    return document(
        credential,
        List.of(new StatusEntry(StatusPurpose.REVOCATION, listUrl(), index)),
        end,
        null,
        award,
        definition,
        underRight);
  }

  private JsonObject document(
      UUID credential,
      List<StatusEntry> statuses,
      @Nullable Instant end,
      @Nullable AssessmentResult result,
      @Nullable Award award,
      Definition definition,
      @Nullable UnderRight underRight) {
    return OpenBadgeComposer.compose(
        new CredentialContent(
            new CredentialId(credential),
            new Issuer(did, name),
            definition,
            new Holder("Åsa", "Öberg-Čermák 🌻"),
            AWARDED,
            Instant.parse("2026-03-02T09:30:15Z"),
            end,
            result,
            statuses,
            award,
            "Tre dagars observation",
            underRight));
  }

  private Definition definition() {
    return new Definition(
        definition,
        1,
        CredentialKind.MICRO_CREDENTIAL,
        CertificationLevel.DEMONSTRATED,
        LangString.of(Map.of("sv", "Hygien i vård", "en", "Hygiene in care")),
        null,
        "SE",
        null,
        name,
        List.of(
            new Outcome(
                LangString.of(Map.of("sv", "Desinficerar händerna", "en", "Disinfects hands")),
                LangString.of(Map.of("sv", "Visar det på avdelning", "en", "Shows it on a ward")),
                List.of())),
        new Workload(new BigDecimal("40"), null),
        new Level.Of(LevelFramework.SEQF, 4),
        new Assessment(
            List.of(AssessmentType.PRACTICAL),
            null,
            Supervision.SUPERVISED_ONSITE_IDENTITY_CHECK,
            "lärare"),
        new Participation(ParticipationMode.BLENDED, LearningSetting.NON_FORMAL),
        new QualityAssurance(QualityAssuranceType.THIRD_PARTY, "Vårdcollege", null, null),
        List.of(new Benefit(BenefitType.JOB_TASK, "Får arbeta vårdnära")),
        null,
        null,
        List.of("sv"),
        true);
  }

  URI listUrl() {
    return listUrl(list);
  }

  private URI listUrl(UUID id) {
    return lists.resolve("/status-lists/" + id);
  }

  String keyMethod() {
    return method().url();
  }

  String keyMultibase() {
    return key.publicKey().multibase();
  }

  VerificationMethodId method() {
    return VerificationMethodId.of(did, key.publicKey());
  }

  private byte[] sign(JsonObject document) {
    try {
      return DocumentSigner.standard()
          .sign(document, key, method(), Instant.parse("2026-03-02T09:30:15Z"));
    } catch (NotCovered e) {
      throw new IllegalStateException(e.place(), e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
