package org.mikromerit.credential.openbadge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.SharedData;

/** Our own short reading of the schema against the schema itself. */
class BadgeStructureTest {

  private final Schema schema =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
          .getSchema(SharedData.text("ob3/schema/obv3_schema.json"));

  @Test
  void whatIsIssuedHereHasAllThatTheSchemaRequires() throws MalformedJson {
    JsonObject signed = StrictJson.parse(Samples.signed(Samples.unsigned()));

    assertThat(BadgeStructure.faults(signed)).isEmpty();
    assertThat(schemaTakes(signed)).isTrue();
  }

  @Test
  void eachMemberThatTheSchemaRequiresIsRequired() throws MalformedJson {
    JsonObject signed = StrictJson.parse(rich());
    List<JsonObject> mutants = withoutOne(signed);

    assertThat(schemaTakes(signed)).isTrue();
    assertThat(mutants).hasSizeGreaterThan(100);
    for (JsonObject mutant : mutants) {
      assertThat(BadgeStructure.faults(mutant).isEmpty())
          .as(mutant.toString())
          .isEqualTo(schemaTakes(mutant));
    }
  }

  @Test
  void whereAnObjectIsAskedForAnArrayIsNone() throws MalformedJson {
    JsonObject signed = StrictJson.parse(rich());

    for (String member : List.of("credentialSubject", "evidence", "credentialStatus", "issuer")) {
      JsonValue value = signed.get(member);
      JsonValue turned =
          value instanceof JsonArray array ? array.getFirst() : JsonTree.array().add(value).build();
      JsonObject mutant = JsonTree.object(signed).add(member, turned).build();
      assertThat(schemaTakes(mutant)).as(member).isFalse();
      assertThat(BadgeStructure.faults(mutant)).contains("/" + member);
    }
  }

  private boolean schemaTakes(JsonObject document) {
    return schema.validate(document.toString(), InputFormat.JSON).isEmpty();
  }

  /** A badge with an object of every kind that there is. */
  private static byte[] rich() {
    JsonObject document = Samples.unsigned();
    JsonObject subject = document.getJsonObject("credentialSubject");
    JsonObject achievement = subject.getJsonObject("achievement");
    JsonObject image =
        JsonTree.object().add("id", "https://example.org/a.png").add("type", "Image").build();
    JsonObject profile =
        JsonTree.object()
            .add("id", "https://example.org/b")
            .add("type", JsonTree.array().add("Profile"))
            .build();
    JsonObject identifier =
        JsonTree.object()
            .add("type", "IdentifierEntry")
            .add("identifier", "1")
            .add("identifierType", "identifier")
            .build();
    return StrictJson.write(
        JsonTree.object(document)
            .add("image", image)
            .add("credentialSchema", JsonTree.array().add(typed("https://example.org/s", "S")))
            .add("termsOfUse", JsonTree.array().add(typed("https://example.org/t", "T")))
            .add("refreshService", typed("https://example.org/r", "R"))
            .add("proof", JsonTree.array().add(JsonTree.object().add("type", "P")))
            .add(
                "credentialSubject",
                JsonTree.object(subject)
                    .add("source", profile)
                    .add(
                        "achievement",
                        JsonTree.object(achievement)
                            .add("image", image)
                            .add("creator", JsonTree.object(profile).add("parentOrg", profile))
                            .add("otherIdentifier", JsonTree.array().add(identifier))
                            .add(
                                "related",
                                JsonTree.array()
                                    .add(
                                        JsonTree.object()
                                            .add("id", "https://example.org/c")
                                            .add("type", JsonTree.array().add("Related"))))))
            .build());
  }

  private static JsonObject typed(String id, String type) {
    return JsonTree.object().add("id", id).add("type", type).build();
  }

  /** The document once without each of its members, at every depth. */
  private static List<JsonObject> withoutOne(JsonObject object) {
    List<JsonObject> mutants = new ArrayList<>();
    for (var member : object.entrySet()) {
      var without = JsonTree.object(object);
      without.remove(member.getKey());
      mutants.add(without.build());
      values(member.getValue())
          .forEach(
              value -> mutants.add(JsonTree.object(object).add(member.getKey(), value).build()));
    }
    return mutants;
  }

  private static List<JsonValue> values(JsonValue value) {
    return switch (value) {
      case JsonObject object -> List.copyOf(withoutOne(object));
      case JsonArray array when !array.isEmpty() && !(array.getFirst() instanceof JsonString) -> {
        List<JsonValue> mutants = new ArrayList<>();
        for (JsonValue element : values(array.getFirst())) {
          mutants.add(JsonTree.array().add(element).build());
        }
        yield mutants;
      }
      default -> List.of();
    };
  }
}
