package org.mikromerit.credential.jsonld;

import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.jsonld.Canonicalisation.Statement;
import org.mikromerit.credential.jsonld.Outline.Own;
import org.mikromerit.credential.jsonld.Template.BlankNode;
import org.mikromerit.credential.jsonld.Template.Fixed;
import org.mikromerit.credential.jsonld.Template.Gap;
import org.mikromerit.credential.jsonld.Template.Line;
import org.mikromerit.credential.jsonld.Template.Name;
import org.mikromerit.credential.jsonld.Template.Part;

/**
 * Makes the template of a document's outline, and tries it on other values against the general path
 * before anybody relies on it.
 */
final class TemplateCompiler {

  private static final int TRIALS = 3;
  private static final String HOSTILE = "\"\\'<>{}_:@^%\u007f\u0085\u2028\ufeff\uffff";
  private static final String LIST = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";

  private final StrictJsonLd jsonLd;
  private final RandomGenerator random;

  TemplateCompiler(StrictJsonLd jsonLd, RandomGenerator random) {
    this.jsonLd = jsonLd;
    this.random = random;
  }

  /** Something of the document is such that no template serves for it. */
  private static final class NoTemplate extends Exception {

    private static final long serialVersionUID = 1L;

    NoTemplate(String message) {
      super(message, null, false, false);
    }
  }

  /** The template, if one serves for documents like this one. */
  Optional<Template> compile(JsonObject document, Outline outline) {
    try {
      Template template = template(document, outline);
      tryOn(template, document, outline);
      for (int i = 0; i < TRIALS; i++) {
        tryOn(
            template,
            Outline.with(document, outline.own().stream().map(this::another).toList()),
            outline);
      }
      return Optional.of(template);
    } catch (NoTemplate | NotCovered _) {
      return Optional.empty();
    }
  }

  private Template template(JsonObject document, Outline outline) throws NoTemplate, NotCovered {
    List<String> markers = outline.own().stream().map(this::marker).toList();
    JsonObject marked = Outline.with(document, markers);
    require(
        Outline.of(marked).filter(same -> same.common().equals(outline.common())).isPresent(),
        "markers are not taken for own values");
    List<Statement> statements = jsonLd.statements(marked);
    return new Lines(outline.own(), markers).template(statements, ids(marked, markers));
  }

  private void tryOn(Template template, JsonObject document, Outline outline)
      throws NoTemplate, NotCovered {
    Outline tried = Outline.of(document).orElseThrow(() -> new NoTemplate("no outline"));
    String expected = jsonLd.cover(document).quads(Template.HASH);
    require(
        tried.common().equals(outline.common())
            && template.admits(tried.own())
            && template.quads(tried.own()).equals(Optional.of(expected)),
        "it does not say what the general path says");
  }

  /** A value that stands nowhere else, and that no escaping changes. */
  private String marker(Own own) {
    return own.iri() ? iri(own) : "marker " + token();
  }

  /** A value that differs in every way that it may. */
  private String another(Own own) {
    return own.iri() ? iri(own) : text();
  }

  private String iri(Own own) {
    String scheme = Iris.plainScheme(own.value()).orElseThrow();
    return switch (scheme) {
      case "urn:uuid:" -> scheme + new UUID(random.nextLong(), random.nextLong());
      case "did:" -> scheme + "web:" + token() + ".invalid%3A8443:x#" + token();
      default -> scheme + token() + ".invalid:8443/x/" + token() + "?x=1&y=_#" + token();
    };
  }

  private String token() {
    return Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(1, 30); i > 0; i--) {
      int c =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> HOSTILE.charAt(random.nextInt(HOSTILE.length()));
            case 2 -> random.nextInt(0x20, Character.MIN_SURROGATE);
            default -> random.nextInt(Character.MIN_SUPPLEMENTARY_CODE_POINT, 0x20000);
          };
      text.appendCodePoint(c);
    }
    return text.toString();
  }

  /** The ids that are the same in every document. */
  private static Set<String> ids(JsonValue value, List<String> markers) {
    Set<String> ids = new HashSet<>();
    addIds(value, ids);
    markers.forEach(ids::remove);
    return Set.copyOf(ids);
  }

  private static void addIds(JsonValue value, Set<String> ids) {
    switch (value) {
      case JsonObject object ->
          object.forEach(
              (name, member) -> {
                if (name.equals("id") && member instanceof JsonString id) {
                  ids.add(id.getString());
                }
                addIds(member, ids);
              });
      case JsonArray array -> array.forEach(element -> addIds(element, ids));
      default -> {}
    }
  }

  private static void require(boolean holds, String otherwise) throws NoTemplate {
    if (!holds) {
      throw new NoTemplate(otherwise);
    }
  }

  /** Statements about markers, on their way to becoming lines with gaps. */
  private record Lines(List<Own> own, List<String> markers) {

    Template template(List<Statement> statements, Set<String> otherIds) throws NoTemplate {
      Map<String, Integer> nodes = new LinkedHashMap<>();
      List<Line> lines = new ArrayList<>();
      for (Statement statement : statements) {
        lines.add(line(statement, nodes));
      }
      for (int i = 0; i < markers.size(); i++) {
        int number = i;
        require(
            lines.stream().anyMatch(line -> line.fills(number)), "an own value that says nothing");
      }
      List<BlankNode> blankNodes = new ArrayList<>();
      for (int number : nodes.values()) {
        blankNodes.add(
            new BlankNode(number, lines.stream().filter(line -> line.names(number)).toList()));
      }
      return new Template(lines, blankNodes, otherIds);
    }

    private Line line(Statement statement, Map<String, Integer> nodes) throws NoTemplate {
      // Named graphs, lists and directions are what no credential of ours has.
      require(statement.graph() == null && statement.direction() == null, "a graph or a direction");
      require(!statement.predicate().equals(LIST), "a list");
      require(!statement.subject().equals(statement.object()), "a statement about itself");
      require(
          isFree(statement.predicate())
              && isFree(statement.datatype())
              && isFree(statement.language()),
          "an own value in a place of its own");
      List<Part> parts = new ArrayList<>();
      parts.addAll(resource(statement.subject(), nodes));
      parts.add(new Fixed(" " + NQuadsWriter.resource(statement.predicate()) + " "));
      parts.addAll(
          statement.isLiteral() ? literal(statement) : resource(statement.object(), nodes));
      parts.add(new Fixed(" .\n"));
      return new Line(joined(parts));
    }

    private List<Part> resource(String name, Map<String, Integer> nodes) throws NoTemplate {
      if (RdfQuadConsumer.isBlank(name)) {
        return List.of(new Name(nodes.computeIfAbsent(name, _ -> nodes.size())));
      }
      int number = markers.indexOf(name);
      require(number < 0 ? isFree(name) : own.get(number).iri(), "a text that became a name");
      return number < 0
          ? List.of(new Fixed(NQuadsWriter.resource(name)))
          : List.of(new Fixed("<"), new Gap(number, false), new Fixed(">"));
    }

    private List<Part> literal(Statement statement) throws NoTemplate {
      String written =
          NQuadsWriter.literal(
              statement.object(), statement.datatype(), statement.language(), null);
      int number = markers.indexOf(statement.object());
      require(
          number < 0 ? isFree(statement.object()) : !own.get(number).iri(),
          "a name that became a text, or a text that became part of one");
      if (number < 0) {
        return List.of(new Fixed(written));
      }
      String quoted = "\"" + statement.object() + "\"";
      require(written.startsWith(quoted), "a literal that is written in another way");
      return List.of(
          new Fixed("\""),
          new Gap(number, true),
          new Fixed("\"" + written.substring(quoted.length())));
    }

    private boolean isFree(@Nullable String text) {
      return text == null || markers.stream().noneMatch(text::contains);
    }

    private static List<Part> joined(List<Part> parts) {
      List<Part> joined = new ArrayList<>();
      for (Part part : parts) {
        if (part instanceof Fixed next
            && !joined.isEmpty()
            && joined.getLast() instanceof Fixed f) {
          joined.set(joined.size() - 1, new Fixed(f.text() + next.text()));
        } else {
          joined.add(part);
        }
      }
      return List.copyOf(joined);
    }
  }
}
