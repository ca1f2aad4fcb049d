package org.mikromerit.issuer.award;

import jakarta.json.JsonObject;
import org.mikromerit.credential.document.Bounds;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.openbadge.Holder;

/**
 * Reads whom a part was issued to. An award's pathway knows its learner by a pseudonym only; the
 * name stands in the parts' bodies and nowhere else.
 */
final class RecipientOfPart {
  private RecipientOfPart() {}

  static Holder read(byte[] body) {
    try {
      JsonObject document = StrictJson.parse(body, Bounds.CREDENTIAL);
      return JsonTree.child(document, "credentialSubject").stream()
          .flatMap(subject -> JsonTree.oneOrMany(subject, "identifier").stream())
          .filter(JsonObject.class::isInstance)
          .map(JsonObject.class::cast)
          .filter(identity -> JsonTree.text(identity, "identityType").orElse("").equals("name"))
          .flatMap(identity -> JsonTree.text(identity, "identityHash").stream())
          .findFirst()
          .map(RecipientOfPart::holder)
          .orElseThrow(() -> new IllegalStateException("A part names no recipient"));
    } catch (MalformedJson e) {
      throw new IllegalStateException("A signed body cannot be read", e);
    }
  }

  /**
   * Where given and family names part is lost in the document, and of no matter: they are joined
   * again.
   */
  private static Holder holder(String fullName) {
    int space = fullName.indexOf(' ');
    return new Holder(fullName.substring(0, space), fullName.substring(space + 1));
  }
}
