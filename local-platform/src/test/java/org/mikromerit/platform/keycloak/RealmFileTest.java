package org.mikromerit.platform.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.platform.Folders;

class RealmFileTest {
  @SuppressWarnings("NullAway.Init") // set before every test
  private JsonNode realm;

  @BeforeEach
  void read() throws IOException {
    realm =
        new ObjectMapper()
            .readTree(
                Files.readString(
                    Folders.checkout().resolve("deploy/keycloak/mikromerit-realm.json")));
  }

  @Test
  void everyRoleIsThere() {
    assertThat(texts(realm.path("roles").path("realm"), "name"))
        .containsExactlyInAnyOrder(
            "creator",
            "issuer",
            "registrar",
            "policy-admin",
            "sector-body",
            "learner",
            "caseworker",
            "employment-service",
            "operator");
  }

  @ParameterizedTest
  @CsvSource({
    "vardskolan, 0190a000-0000-7000-8000-000000000001, creator issuer",
    "omsorgsakademin, 0190a000-0000-7000-8000-000000000002, creator issuer",
    "snabbkurs, 0190a000-0000-7000-8000-000000000003, creator issuer",
    "registrar, '', registrar",
    "operator, '', operator"
  })
  void aMachineHasItsOrganisationAndItsRolesAndNoMore(
      String client, String organisation, String roles) {
    JsonNode entry = entry(realm.path("clients"), "clientId", client);
    JsonNode account = entry(realm.path("users"), "username", "service-account-" + client);

    assertThat(entry.path("secret").asText()).isEqualTo(client + "-secret");
    assertThat(entry.path("publicClient").asBoolean()).isFalse();
    assertThat(entry.path("protocolMappers").path(0).path("config").path("claim.value").asText())
        .isEqualTo(organisation);
    assertThat(words(account.path("realmRoles"))).isEqualTo(Set.of(roles.split(" ", -1)));
  }

  @ParameterizedTest
  @CsvSource({
    "anna, 0190a000-0000-7000-8000-000000000001, creator issuer",
    "rut, '', registrar",
    "rolf, '', registrar",
    "olle, '', operator",
    "lisa, '', learner",
    "lars, '', learner",
    "lena, '', learner",
    "petra, '', policy-admin"
  })
  void aPersonHasAFixedIdSoThatANewImportDoesNotMakeThemAStranger(
      String name, String organisation, String roles) {
    JsonNode person = entry(realm.path("users"), "username", name);

    assertThat(person.path("id").asText()).hasSize(36);
    assertThat(person.path("attributes").path("organisation").path(0).asText())
        .isEqualTo(organisation);
    assertThat(words(person.path("realmRoles"))).isEqualTo(Set.of(roles.split(" ", -1)));
  }

  @Test
  void peopleSignInWithCodeAndPkce() {
    JsonNode portal = entry(realm.path("clients"), "clientId", "portal");

    assertThat(portal.path("publicClient").asBoolean()).isTrue();
    assertThat(portal.path("attributes").path("pkce.code.challenge.method").asText())
        .isEqualTo("S256");
    assertThat(portal.path("redirectUris").path(0).asText())
        .isEqualTo("${MIKROMERIT_PORTAL_URL:http://localhost:8080}/*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"organisation", "national_number"})
  void nobodyMayChangeWhatOthersBelieveOfThem(String attribute) throws IOException {
    JsonNode provider =
        realm.path("components").path("org.keycloak.userprofile.UserProfileProvider").path(0);
    JsonNode profile =
        new ObjectMapper()
            .readTree(provider.path("config").path("kc.user.profile.config").path(0).asText());

    JsonNode believed = entry(profile.path("attributes"), "name", attribute);

    assertThat(words(believed.path("permissions").path("edit"))).isEqualTo(Set.of("admin"));
    assertThat(profile.path("unmanagedAttributePolicy").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"lisa, lisa@example.org, 199005129805", "lars, lars@example.org, ''", "lena, '', ''"})
  void aLearnerIsKnownByWhatTheIdentityProviderVerified(
      String name, String email, String nationalNumber) {
    JsonNode person = entry(realm.path("users"), "username", name);

    assertThat(person.path("email").asText()).isEqualTo(email);
    assertThat(person.path("emailVerified").asBoolean()).isEqualTo(!email.isEmpty());
    assertThat(person.path("attributes").path("national_number").path(0).asText())
        .isEqualTo(nationalNumber);
  }

  @Test
  void tokensLiveAQuarterOfAnHour() {
    assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(900);
  }

  @Test
  void theDefaultScopesAreLeftAlone() {
    // An empty list here gives tokens without roles and subject.
    assertThat(realm.has("clientScopes")).isFalse();
  }

  private static JsonNode entry(JsonNode list, String field, String value) {
    List<JsonNode> found =
        StreamSupport.stream(list.spliterator(), false)
            .filter(node -> node.path(field).asText().equals(value))
            .toList();
    assertThat(found).as(value).hasSize(1);
    return found.getFirst();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(node -> node.path(field).asText())
        .toList();
  }

  private static Set<String> words(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }
}
