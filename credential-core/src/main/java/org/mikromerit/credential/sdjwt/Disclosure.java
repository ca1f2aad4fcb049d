package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;

/**
 * A member or an element that the issuer signed the digest of (RFC 9901, section 4.2). Whoever has
 * it can show what is behind the digest; nobody else can guess it, for the salt that is in it.
 *
 * @param text as it stands between the tildes; what the digest is over
 * @param name of the member; empty if it is an array's element
 */
public record Disclosure(String text, Optional<String> name, JsonValue value) {

  /** Names that mean something in the payload itself, so that no disclosure may bring one in. */
  static final Set<String> RESERVED = Set.of(Digests.MEMBERS, Digests.ELEMENT, Digests.ALGORITHM);

  static Disclosure ofMember(String salt, String name, JsonValue value) {
    return new Disclosure(
        encode(JsonTree.array().add(salt).add(name).add(value).build()), Optional.of(name), value);
  }

  static Disclosure ofElement(String salt, JsonValue value) {
    return new Disclosure(
        encode(JsonTree.array().add(salt).add(value).build()), Optional.empty(), value);
  }

  private static String encode(JsonArray contents) {
    return Base64Url.encode(contents.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The disclosure that a text is; empty if it is none. */
  static Optional<Disclosure> parse(String text) {
    return Base64Url.decode(text).flatMap(Disclosure::array).flatMap(array -> read(text, array));
  }

  private static Optional<JsonArray> array(byte[] json) {
    try {
      return Optional.of(StrictJson.parseArray(json, Bounds.CREDENTIAL));
    } catch (MalformedJson _) {
      return Optional.empty();
    }
  }

  private static Optional<Disclosure> read(String text, JsonArray contents) {
    if (contents.isEmpty() || !(contents.getFirst() instanceof JsonString)) {
      return Optional.empty();
    }
    return switch (contents.size()) {
      case 2 -> Optional.of(new Disclosure(text, Optional.empty(), contents.get(1)));
      case 3 ->
          contents.get(1) instanceof JsonString name && !RESERVED.contains(name.getString())
              ? Optional.of(new Disclosure(text, Optional.of(name.getString()), contents.get(2)))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** As the issuer signed it (RFC 9901, section 4.2.3). */
  String digest() {
    return Digests.of(text);
  }
}
