package org.mikromerit.portal.share;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.mikromerit.portal.reach.Reach;
import org.mikromerit.portal.share.Sharing.Document;
import org.mikromerit.portal.verify.Verification;

/** Has every shown document verified, as if whoever looks had verified it. */
@ApplicationScoped
class JudgeDocuments {
  private final Verification verification;

  JudgeDocuments(@RestClient Verification verification) {
    this.verification = verification;
  }

  List<Judged> judge(List<Document> documents) {
    return documents.stream().map(this::judged).toList();
  }

  private Judged judged(Document document) {
    return new Judged(
        document,
        Reach.ask(
            "verification",
            () -> verification.verify(document.mediaType(), false, null, document.document())));
  }
}
