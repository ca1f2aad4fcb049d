package org.mikromerit.credential.jsonld;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The closed set of contexts that documents may name. What is not in it is unknown; nothing is ever
 * fetched.
 *
 * <p>Loading the standard set fails, and so the program does not start, if a byte of any context
 * differs from what was pinned here.
 */
public final class PinnedContexts {

  /** W3C Verifiable Credentials Data Model 2.0. */
  public static final String CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2";

  /** W3C Verifiable Credentials Data Model 1.1, which is read and not written. */
  public static final String CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1";

  /** 1EdTech Open Badges 3.0, in the edition that builds on the data model 2.0. */
  public static final String OPEN_BADGES =
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

  /** The terms of ours that the two above lack. */
  public static final String MIKROMERIT = "https://w3id.org/mikromerit/credential/v1";

  private static final PinnedContext OWN =
      PinnedContext.resource(
          MIKROMERIT,
          "mikromerit-credential-v1.json",
          "5eca17fb41aaab542efc670347b6d5d0cb453f0e82995ac45bdca5d08509bf9c");

  private static final PinnedContexts STANDARD =
      of(
          List.of(
              PinnedContext.resource(
                  CREDENTIALS_V2,
                  "credentials-v2.json",
                  "bf6fd611e6773d58f649459a45dbbb81f94e8cfd058a756644cd5a4a882c4050"),
              PinnedContext.resource(
                  CREDENTIALS_V1,
                  "credentials-v1.json",
                  "778eb3a2ffad5df9773231da61b42c098e9849844873a6b5bf9be95c70d73df7"),
              // What documents of the data model 1.1, and older proofs, name besides.
              PinnedContext.resource(
                  "https://w3id.org/security/data-integrity/v1",
                  "data-integrity-v1.json",
                  "3d76dae0cd98b289312e02c08d6a7b746cb1c66da17d605067f10f697ea0a76c"),
              PinnedContext.resource(
                  "https://w3id.org/security/data-integrity/v2",
                  "data-integrity-v2.json",
                  "be223c58c54657e930970f0d11f03caf7287bddc7be7e6f010855190c6b39c21"),
              PinnedContext.resource(
                  "https://w3id.org/security/suites/ed25519-2020/v1",
                  "ed25519-2020-v1.json",
                  "9ccf2b2a579a86c1fd167f4d1dfbdebc72dae44c7b4d592715cd621e1b5c6ba8"),
              PinnedContext.resource(
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
                  "open-badges-3.0.1.json",
                  "a6196945628b9d02b7b60f57f0a8f6baa9771a202d1a9e378555fc95d71d6c33"),
              PinnedContext.resource(
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
                  "open-badges-3.0.2.json",
                  "3b7ee3db2a81386e4369ea73ccc6b85f3cf463094e633466cee7e0b048cbeb35"),
              PinnedContext.resource(
                  OPEN_BADGES,
                  "open-badges-3.0.3.json",
                  "e407ae98563c7b4708be4c8198a7f254bc09c131afc68e73d5f90eb0a34c6f7f"),
              // What other issuers of Open Badges need to name the schema of their credentials.
              PinnedContext.resource(
                  "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
                  "open-badges-extensions.json",
                  "f9767b4f07e2c92e6c084c34882f67cb335b13f0aface4b9bfc2ea08432a5892"),
              OWN));

  private final Map<String, PinnedContext> byUrl;
  private final Namespaces namespaces;

  private PinnedContexts(Map<String, PinnedContext> byUrl) {
    this.byUrl = byUrl;
    this.namespaces = new Namespaces(byUrl.values());
  }

  public static PinnedContexts standard() {
    return STANDARD;
  }

  public static PinnedContexts of(Collection<PinnedContext> contexts) {
    return new PinnedContexts(
        contexts.stream()
            .collect(Collectors.toUnmodifiableMap(PinnedContext::url, context -> context)));
  }

  /** This set and one more. */
  public PinnedContexts and(PinnedContext context) {
    return of(Stream.concat(byUrl.values().stream(), Stream.of(context)).toList());
  }

  public Collection<PinnedContext> all() {
    return byUrl.values();
  }

  /** The bytes of our own context, for whoever serves it at its URL. */
  public static byte[] mikromeritBytes() {
    return OWN.bytes();
  }

  boolean contains(String url) {
    return byUrl.containsKey(url);
  }

  /** Whether one of their terms may stand for this IRI. */
  boolean mayMean(String iri) {
    return namespaces.hold(iri);
  }

  DocumentLoader loader() {
    return this::load;
  }

  private Document load(URI url, DocumentLoaderOptions options) throws JsonLdError {
    PinnedContext context = byUrl.get(url.toString());
    if (context == null) {
      throw new JsonLdError(
          JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "not one of the known contexts");
    }
    return JsonDocument.of(context.document());
  }
}
