package org.mikromerit.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mikromerit.events.credential.CredentialIssuedV1;
import org.mikromerit.events.credentialstatus.CredentialStatusChangedV1;
import org.mikromerit.events.definition.DefinitionPublishedV1;
import org.mikromerit.events.delivery.DeliveryClaimedV1;
import org.mikromerit.events.delivery.DeliveryMadeV1;
import org.mikromerit.events.givencredential.GivenCredentialSignedV1;
import org.mikromerit.events.issuingright.IssuingRightChangedV1;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.events.learnerlink.LearnerLinkChangedV1;
import org.mikromerit.events.organisation.OrganisationChangedV1;
import org.mikromerit.events.organisationkey.OrganisationKeyChangedV1;
import org.mikromerit.events.stack.StackBrokenV1;
import org.mikromerit.events.stack.StackCompletedV1;
import org.mikromerit.events.stack.StackRestoredV1;
import org.mikromerit.events.statuslist.StatusListPublishedV1;
import org.mikromerit.events.trustbundle.TrustBundleImportedV1;

/** Every event there is: its {@code ce_type}, its record, its topic, its classification. */
public enum EventType {
  ORGANISATION_CHANGED_V1(
      "org.mikromerit.organisation.changed.v1",
      OrganisationChangedV1.class,
      Topic.ORGANISATION,
      DataClassification.PUBLIC),
  ORGANISATION_KEY_CHANGED_V1(
      "org.mikromerit.organisation-key.changed.v1",
      OrganisationKeyChangedV1.class,
      Topic.ORGANISATION_KEY,
      DataClassification.PUBLIC),
  DEFINITION_PUBLISHED_V1(
      "org.mikromerit.definition.published.v1",
      DefinitionPublishedV1.class,
      Topic.DEFINITION,
      DataClassification.PUBLIC),
  CREDENTIAL_ISSUED_V1(
      "org.mikromerit.credential.issued.v1",
      CredentialIssuedV1.class,
      Topic.CREDENTIAL,
      DataClassification.PSEUDONYMOUS),
  CREDENTIAL_STATUS_CHANGED_V1(
      "org.mikromerit.credential-status.changed.v1",
      CredentialStatusChangedV1.class,
      Topic.CREDENTIAL_STATUS,
      DataClassification.INTERNAL),
  STATUS_LIST_PUBLISHED_V1(
      "org.mikromerit.status-list.published.v1",
      StatusListPublishedV1.class,
      Topic.STATUS_LIST,
      DataClassification.PUBLIC),
  STACK_COMPLETED_V1(
      "org.mikromerit.stack.completed.v1",
      StackCompletedV1.class,
      Topic.STACK,
      DataClassification.PSEUDONYMOUS),
  STACK_BROKEN_V1(
      "org.mikromerit.stack.broken.v1",
      StackBrokenV1.class,
      Topic.STACK,
      DataClassification.PSEUDONYMOUS),
  STACK_RESTORED_V1(
      "org.mikromerit.stack.restored.v1",
      StackRestoredV1.class,
      Topic.STACK,
      DataClassification.PSEUDONYMOUS),
  ISSUING_RIGHT_CHANGED_V1(
      "org.mikromerit.issuing-right.changed.v1",
      IssuingRightChangedV1.class,
      Topic.ISSUING_RIGHT,
      DataClassification.PUBLIC),
  DELIVERY_MADE_V1(
      "org.mikromerit.delivery.made.v1",
      DeliveryMadeV1.class,
      Topic.DELIVERY,
      DataClassification.RESTRICTED),
  DELIVERY_CLAIMED_V1(
      "org.mikromerit.delivery.claimed.v1",
      DeliveryClaimedV1.class,
      Topic.DELIVERY,
      DataClassification.RESTRICTED),
  LEARNER_LINK_CHANGED_V1(
      "org.mikromerit.learner-link.changed.v1",
      LearnerLinkChangedV1.class,
      Topic.LEARNER_LINK,
      DataClassification.PSEUDONYMOUS),
  TRUST_BUNDLE_IMPORTED_V1(
      "org.mikromerit.trust-bundle.imported.v1",
      TrustBundleImportedV1.class,
      Topic.TRUST_BUNDLE,
      DataClassification.PUBLIC),
  KEY_COMPROMISE_STATED_V1(
      "org.mikromerit.key-compromise.stated.v1",
      KeyCompromiseStatedV1.class,
      Topic.KEY_COMPROMISE,
      DataClassification.INTERNAL),
  GIVEN_CREDENTIAL_SIGNED_V1(
      "org.mikromerit.given-credential.signed.v1",
      GivenCredentialSignedV1.class,
      Topic.GIVEN_CREDENTIAL,
      DataClassification.INTERNAL);

  private static final String PREFIX = "org.mikromerit.";
  private static final Map<String, EventType> BY_CE_TYPE =
      Stream.of(values())
          .collect(Collectors.toUnmodifiableMap(EventType::ceType, Function.identity()));

  private final String ceType;
  private final Class<? extends EventData> dataClass;
  private final Topic topic;
  private final DataClassification classification;

  EventType(
      String ceType,
      Class<? extends EventData> dataClass,
      Topic topic,
      DataClassification classification) {
    this.ceType = ceType;
    this.dataClass = dataClass;
    this.topic = topic;
    this.classification = classification;
  }

  /** {@code org.mikromerit.<entity>.<fact>.v<n>}. */
  public String ceType() {
    return ceType;
  }

  public Class<? extends EventData> dataClass() {
    return dataClass;
  }

  public Topic topic() {
    return topic;
  }

  public DataClassification classification() {
    return classification;
  }

  /** Empty for a type that this version does not know, which is then the reader's to set aside. */
  public static Optional<EventType> ofCeType(String ceType) {
    return Optional.ofNullable(BY_CE_TYPE.get(ceType));
  }

  /** The folder of this event's schema and sample: {@code <entity>-<fact>/v<n>}. */
  public String folder() {
    String[] parts = ceType.substring(PREFIX.length()).split("\\.", -1);
    return parts[0] + "-" + parts[1] + "/" + parts[2];
  }

  /** The JSON Schema (2020-12) of the data. */
  public byte[] schema() {
    return resource("schema.json");
  }

  /** The example that producers' tests make and consumers' tests take. */
  public byte[] sample() {
    return resource("sample.json");
  }

  private byte[] resource(String file) {
    String path = folder() + "/" + file;
    try (InputStream in = EventType.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
