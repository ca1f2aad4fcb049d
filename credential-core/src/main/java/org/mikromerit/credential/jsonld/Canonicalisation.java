package org.mikromerit.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.deseralization.JsonLdToRdf;
import com.apicatalog.jsonld.flattening.NodeMap;
import com.apicatalog.jsonld.flattening.NodeMapBuilder;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import java.io.StringWriter;
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
      NodeMap nodes = NodeMapBuilder.with(expanded, new NodeMap()).build();
      // Nothing must be dropped for its IRI: ExpandedForm has looked at each, more strictly than
      // the library would.
      JsonLdToRdf.with(nodes).uriValidation(UriValidationPolicy.SchemeOnly).provide(canon);
      StringWriter quads = new StringWriter();
      canon.provide(new NQuadsWriter(quads));
      return quads.toString();
    } catch (TooManySteps _) {
      throw new NotCovered(Code.TOO_COMPLEX, "", "blank nodes too entangled");
    } catch (JsonLdError | RdfConsumerException e) {
      throw new NotCovered(Code.MEMBER_NOT_COVERED, "", "no RDF: " + e.getClass().getSimpleName());
    }
  }

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new TooManySteps();
    }
  }

  /** Thrown through the library, which knows no other way to be stopped. */
  private static final class TooManySteps extends IllegalStateException {

    private static final long serialVersionUID = 1L;
  }
}
