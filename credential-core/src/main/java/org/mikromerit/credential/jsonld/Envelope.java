package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;

/**
 * A credential that is the text within its own name (VCDM 2.0, section 4.12.1.1). Such a name is
 * longer than any other may be, so nothing else is said of it that would repeat it.
 */
final class Envelope {

  private static final String TYPE = "EnvelopedVerifiableCredential";
  private static final Set<String> MEMBERS = Set.of("@context", "id", "type");

  // A token in characters that nothing escapes.
  private static final Pattern NAME =
      Pattern.compile("data:application/vc\\+(?:sd-)?jwt,[A-Za-z0-9._~-]+");

  private Envelope() {}

  static boolean is(JsonObject credential) {
    return JsonTree.text(credential, "type").filter(TYPE::equals).isPresent()
        && MEMBERS.containsAll(credential.keySet())
        && isName(credential.get("id"));
  }

  /** The same once it is expanded. */
  static boolean isExpanded(JsonObject node) {
    return node.size() == 2
        && JsonTree.texts(node, "@type")
            .equals(List.of("https://www.w3.org/2018/credentials#" + TYPE))
        && isName(node.get("@id"));
  }

  private static boolean isName(@Nullable JsonValue id) {
    return id instanceof JsonString text
        && text.getString().length() <= Bounds.CREDENTIAL.stringLength()
        && NAME.matcher(text.getString()).matches();
  }
}
