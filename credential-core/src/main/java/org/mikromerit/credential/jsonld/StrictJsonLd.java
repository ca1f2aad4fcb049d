package org.mikromerit.credential.jsonld;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.Canonicalisation.Statement;
import org.mikromerit.credential.jsonld.NotCovered.Code;

/**
 * JSON-LD 1.1 that refuses what it does not understand instead of dropping it, and that never
 * leaves the process.
 *
 * <p>Bounded: the document by its parser, its nodes and blank nodes before canonicalisation, the
 * canonicalisation by its steps.
 */
public final class StrictJsonLd implements Coverage {

  private static final int MOST_PIECES = 1_200;
  private static final Pattern NAMED = Pattern.compile("\\[(.+?)]", Pattern.DOTALL);

  // Each link of a chain has the whole document expanded once more.
  private static final int MOST_PIECES_OF_A_LINK = 400;

  // Its nodes are bounded as a document's are, which leaves room for a dozen credentials.
  private static final int MOST_PIECES_OF_A_PRESENTATION = 2_400;

  private static final StrictJsonLd STANDARD = new StrictJsonLd(PinnedContexts.standard());

  private final PinnedContexts contexts;

  public StrictJsonLd(PinnedContexts contexts) {
    this.contexts = contexts;
  }

  /** With the contexts that the program knows. */
  public static StrictJsonLd standard() {
    return STANDARD;
  }

  @Override
  public CoveredDocument cover(JsonObject document) throws NotCovered {
    JsonArray expanded = covered(document, MOST_PIECES);
    return new CoveredDocument(document, hash -> Canonicalisation.of(expanded, hash), false);
  }

  /** What a document without its proof states, all of its members covered. */
  List<Statement> statements(JsonObject document) throws NotCovered {
    return Canonicalisation.statements(covered(document, MOST_PIECES));
  }

  /**
   * The same for a document with proofs in it, as a link of a chain signs it (VC Data Integrity
   * 1.0, section 4.3). A proof that repeats the document's contexts means the same without them.
   *
   * @throws NotCovered if any member would be missing from it, or a proof names other contexts
   */
  public CoveredDocument cover(CoveredDocument document, List<JsonObject> proofs)
      throws NotCovered {
    var asGiven = JsonTree.array();
    var bare = JsonTree.array();
    for (JsonObject proof : proofs) {
      document.requireSameContexts(proof);
      asGiven.add(proof);
      bare.add(JsonTree.object(proof).remove("@context").build());
    }
    JsonObject meant = JsonTree.object(document.json()).add("proof", bare).build();
    JsonArray expanded = covered(meant, MOST_PIECES_OF_A_LINK);
    JsonObject written = JsonTree.object(document.json()).add("proof", asGiven).build();
    return new CoveredDocument(written, hash -> Canonicalisation.of(expanded, hash), false);
  }

  /**
   * The same for a presentation, whose credentials have proofs and contexts of their own: each is
   * plain by itself, and so are its proofs and what stands around them. An enveloped one is no more
   * than its name, which is the credential.
   *
   * @throws NotCovered if any member would be missing from its canonical form
   */
  public CoveredDocument coverPresentation(JsonObject presentation) throws NotCovered {
    int left = MOST_PIECES_OF_A_PRESENTATION;
    left -= plain(JsonTree.object(presentation).remove("verifiableCredential").build(), left);
    for (JsonObject credential : JsonTree.children(presentation, "verifiableCredential")) {
      if (Envelope.is(credential)) {
        DocumentShape.requireKnownContexts(credential, contexts);
        left--;
        continue;
      }
      left -= plain(JsonTree.object(credential).remove("proof").build(), left);
      for (JsonValue proof : JsonTree.oneOrMany(credential, "proof")) {
        left -= DocumentShape.requireProof(proof, credential, contexts, left);
      }
    }
    Work.expand(MOST_PIECES_OF_A_PRESENTATION - left);
    JsonArray expanded = expand(presentation);
    ExpandedForm.require(expanded);
    return new CoveredDocument(presentation, hash -> Canonicalisation.of(expanded, hash), false);
  }

  /**
   * Looks at a document whose text as a whole is signed, so that no member needs a meaning to be
   * covered: its contexts are known ones, and each statement stands in its plain form.
   *
   * @throws NotCovered if that is not so
   */
  public void requirePlain(JsonObject document) throws NotCovered {
    plain(document, MOST_PIECES);
  }

  private int plain(JsonObject document, int mostPieces) throws NotCovered {
    DocumentShape.requireKnownContexts(document, contexts);
    return DocumentShape.require(document, contexts, mostPieces);
  }

  private JsonArray covered(JsonObject document, int mostPieces) throws NotCovered {
    Work.expand(plain(document, mostPieces));
    JsonArray expanded = expand(document);
    ExpandedForm.require(expanded);
    return expanded;
  }

  /** The term that the library names in its message alone, in brackets; empty if it names none. */
  private static String term(JsonLdError error) {
    Matcher named = NAMED.matcher(String.valueOf(error.getMessage()));
    return error.getCode() == JsonLdErrorCode.UNDEFINED_TERM && named.find() ? named.group(1) : "";
  }

  private JsonArray expand(JsonObject document) throws NotCovered {
    JsonLdOptions options = new JsonLdOptions(contexts.loader());
    options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
    try {
      return JsonLd.expand(JsonDocument.of(document)).options(options).get();
    } catch (JsonLdError e) {
      Code code =
          e.getCode() == JsonLdErrorCode.PROTECTED_TERM_REDEFINITION
              ? Code.CONTEXT_UNSOUND
              : Code.MEMBER_NOT_COVERED;
      throw new NotCovered(code, term(e), "JSON-LD " + e.getCode());
    }
  }
}
