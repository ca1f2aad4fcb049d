package org.mikromerit.credential.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Where the words of contexts come from: what the IRIs that their terms stand for begin with, up to
 * the last slash or hash.
 */
final class Namespaces {
  private final Set<String> known = new HashSet<>();

  Namespaces(Collection<PinnedContext> contexts) {
    contexts.forEach(context -> gather(context.document()));
  }

  /** Whether a term of the contexts may stand for this IRI, which would then be written so. */
  boolean hold(String iri) {
    return known.stream().anyMatch(iri::startsWith);
  }

  // Every text that is an absolute URL, a prefix's too: with one too many a type is refused that
  // might have been let pass, with one too few a word could be hidden.
  private void gather(JsonValue value) {
    switch (value) {
      case JsonObject object -> object.values().forEach(this::gather);
      case JsonArray array -> array.forEach(this::gather);
      case JsonString text when text.getString().contains("://") ->
          known.add(namespace(text.getString()));
      default -> {}
    }
  }

  private static String namespace(String iri) {
    return iri.substring(0, Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
}
