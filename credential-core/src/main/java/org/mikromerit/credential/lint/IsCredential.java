package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.jsonld.PinnedContexts;
import org.mikromerit.credential.lint.Fault.Code;

/** It is a credential of the data model 2.0: the older one is read here and no longer written. */
final class IsCredential implements Rule {

  @Override
  public List<Fault> faults(JsonObject document) {
    boolean older =
        !JsonTree.texts(document, "@context").stream()
            .findFirst()
            .equals(Optional.of(PinnedContexts.CREDENTIALS_V2));
    if (older) {
      return List.of(new Fault(Code.NOT_A_CREDENTIAL, "/@context"));
    }
    return JsonTree.hasType(document, "VerifiableCredential")
        ? List.of()
        : List.of(new Fault(Code.NOT_A_CREDENTIAL, "/type"));
  }
}
