package org.mikromerit.fuzz;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.mikromerit.credential.check.Conclusion;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.document.JsonTree;

/** A signed document, changed in its structure instead of its bytes. */
class MutationTest {

  /** One change: at the place that the number leads to, by walking through the document. */
  record Change(int place, Kind kind, String text) {}

  enum Kind {
    REMOVE,
    REPLACE,
    NUMBER,
    WRAP,
    EMPTY,
    ADD_MEMBER,
    RENAME,
    REPEAT
  }

  @Example
  void theUnchangedIsValid() throws Exception {
    Verdict verdict = Signed.verification().verify(Signed.CREDENTIAL, Signed.now());
    Verdict token = Signed.verification().verify(Signed.bytes(Signed.TOKEN), Signed.now());

    if (verdict.conclusion() != Conclusion.VALID || token.conclusion() != Conclusion.VALID) {
      throw new AssertionError(verdict + " " + token);
    }
  }

  @Property(tries = 400)
  void whatIsChangedIsBelievedOnlyIfItSaysTheSame(@ForAll("changes") List<Change> changes) {
    JsonObject document = Signed.json(Signed.CREDENTIAL);
    for (Change change : changes) {
      document = (JsonObject) new Walk(change).value(document);
    }
    byte[] bytes = Signed.bytes(document.toString());
    Budget.keeps(() -> VerificationFuzz.judge(bytes));
  }

  @Example
  void whatItsHolderMayShowIsValid() throws Exception {
    for (String shown :
        List.of(Signed.SELECTIVE.text(), Signed.SELECTIVE.showing(List.of()).text())) {
      Verdict verdict = Signed.verification().verify(Signed.bytes(shown), Signed.now());
      if (verdict.conclusion() != Conclusion.VALID) {
        throw new AssertionError(verdict);
      }
    }
  }

  /** Each part between the tildes: there, not there, twice, or another's. */
  @Property(tries = 400)
  void whicheverPartIsShownOnlyWhatWasSignedIsBelieved(
      @ForAll List<@IntRange(max = 40) Integer> parts, @ForAll boolean ended) {
    List<String> all = List.of(Signed.SELECTIVE.text().split("~", -1));
    String text =
        parts.stream().map(part -> all.get(part % all.size())).collect(Collectors.joining("~"));
    byte[] bytes = Signed.bytes(all.getFirst() + "~" + text + (ended ? "~" : ""));
    Budget.keeps(() -> SdJwtFuzz.judge(bytes));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> texts =
        Arbitraries.oneOf(
            Arbitraries.of(
                "@graph",
                "@id",
                "@type",
                "@context",
                "@reverse",
                "@value",
                "id",
                "type",
                "proof",
                "credentialStatus",
                "issuer",
                "urn:x:1",
                "_:b0",
                "did:web:school.example",
                "",
                "\u0000",
                "https://www.w3.org/ns/credentials/v2",
                "assertionMethod",
                "2026-03-02T09:30:15Z"),
            Arbitraries.strings().ofMaxLength(12));
    return Combinators.combine(
            Arbitraries.integers().between(1, 60), Arbitraries.of(Kind.values()), texts)
        .as(Change::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  /** Goes through a document in order and changes the value that it comes to at the place. */
  private static final class Walk {
    private final Change change;
    private int passed;

    Walk(Change change) {
      this.change = change;
    }

    JsonValue value(JsonValue value) {
      return switch (value) {
        case JsonObject object -> object(object);
        case JsonArray array -> array(array);
        default -> value;
      };
    }

    private JsonObject object(JsonObject object) {
      var changed = JsonTree.object();
      for (Map.Entry<String, JsonValue> member : object.entrySet()) {
        String name = member.getKey();
        if (++passed != change.place()) {
          changed.add(name, value(member.getValue()));
        } else {
          switch (change.kind()) {
            case REMOVE -> {}
            case ADD_MEMBER -> changed.add(name, member.getValue()).add(change.text(), name);
            case RENAME -> changed.add(change.text(), member.getValue());
            default -> changed.add(name, instead(member.getValue()));
          }
        }
      }
      return changed.build();
    }

    private JsonArray array(JsonArray array) {
      var elements = new ArrayList<JsonValue>();
      for (JsonValue element : array) {
        if (++passed != change.place()) {
          elements.add(value(element));
        } else if (change.kind() != Kind.REMOVE) {
          elements.add(instead(element));
        }
      }
      var changed = JsonTree.array();
      elements.forEach(changed::add);
      return changed.build();
    }

    private JsonValue instead(JsonValue value) {
      return switch (change.kind()) {
        case REPLACE -> JsonTree.string(change.text());
        case NUMBER -> JsonTree.number(change.place());
        case WRAP -> JsonTree.array().add(value).build();
        case EMPTY -> JsonTree.array().build();
        case REPEAT -> JsonTree.array().add(value).add(value).build();
        case REMOVE, ADD_MEMBER, RENAME -> JsonTree.object().add(change.text(), value).build();
      };
    }
  }
}
