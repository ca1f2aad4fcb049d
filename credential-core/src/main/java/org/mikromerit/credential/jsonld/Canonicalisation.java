package org.mikromerit.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.deseralization.JsonLdToRdf;
import com.apicatalog.jsonld.flattening.NodeMap;
import com.apicatalog.jsonld.flattening.NodeMapBuilder;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.jsonld.NotCovered.Code;

/**
 * RDF Dataset Canonicalization (RDFC-1.0) of an expanded document, within a bounded amount of work.
 */
final class Canonicalisation {

  // An honest document needs no more than a few dozen; a clique of blank nodes would need a
  // factorial.
  private static final int MOST_STEPS = 4_000;

  private int steps;

  private final String hash;

  private Canonicalisation(String hash) {
    this.hash = hash;
  }

  /** The canonical N-Quads, with a hash by Java's name. */
  static String of(JsonArray expanded, String hash) throws NotCovered {
    return new Canonicalisation(hash).canonicalise(expanded);
  }

  private String canonicalise(JsonArray expanded) throws NotCovered {
    try {
      RdfCanon canon = RdfCanon.create(hash, this::step);
      provide(expanded, canon);
      StringWriter quads = new StringWriter();
      canon.provide(new NQuadsWriter(quads));
      return quads.toString();
    } catch (TooManySteps _) {
      throw new NotCovered(Code.TOO_COMPLEX, "", "blank nodes too entangled");
    } catch (JsonLdError | RdfConsumerException e) {
      throw noRdf(e);
    }
  }

  /** What an expanded document states, in no order, its blank nodes named as it happens. */
  static List<Statement> statements(JsonArray expanded) throws NotCovered {
    try {
      Statements statements = new Statements();
      provide(expanded, statements);
      return statements.all;
    } catch (JsonLdError | RdfConsumerException e) {
      throw noRdf(e);
    }
  }

  private static void provide(JsonArray expanded, RdfQuadConsumer consumer)
      throws JsonLdError, RdfConsumerException {
    NodeMap nodes = NodeMapBuilder.with(expanded, new NodeMap()).build();
    // Nothing must be dropped for its IRI: ExpandedForm has looked at each, more strictly than
    // the library would.
    JsonLdToRdf.with(nodes).uriValidation(UriValidationPolicy.SchemeOnly).provide(consumer);
  }

  private static NotCovered noRdf(Exception e) {
    return new NotCovered(Code.MEMBER_NOT_COVERED, "", "no RDF: " + e.getClass().getSimpleName());
  }

  /** An RDF statement; what a kind of statement does not have is null. */
  record Statement(
      String subject,
      String predicate,
      String object,
      @Nullable String datatype,
      @Nullable String language,
      @Nullable String direction,
      @Nullable String graph) {

    boolean isLiteral() {
      return RdfQuadConsumer.isLiteral(datatype, language, direction);
    }
  }

  private static final class Statements implements RdfQuadConsumer {

    private final List<Statement> all = new ArrayList<>();

    @Override
    public RdfQuadConsumer quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String direction,
        @Nullable String graph) {
      all.add(new Statement(subject, predicate, object, datatype, language, direction, graph));
      return this;
    }
  }

  private void step() {
    if (++steps > MOST_STEPS || !Work.step()) {
      throw new TooManySteps();
    }
  }

  /** Thrown through the library, which knows no other way to be stopped. */
  private static final class TooManySteps extends IllegalStateException {

    private static final long serialVersionUID = 1L;
  }
}
