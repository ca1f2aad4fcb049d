package org.mikromerit.issuer.signing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.mikromerit.credential.jsonld.IssuingTemplates;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jsonld.TemplateRules;
import org.mikromerit.credential.jsonld.TemplateWatch;
import org.mikromerit.credential.proof.DocumentSigner;

/** The one way in which documents are signed here: by templates, which are watched. */
@ApplicationScoped
class DocumentSigning {

  @Produces
  @Singleton
  DocumentSigner signer(TemplateConfig config, MeterRegistry metrics) {
    var rules = new TemplateRules(config.most(), config.characters(), config.sample());
    return DocumentSigner.over(
        new IssuingTemplates(StrictJsonLd.standard(), rules, new Watch(metrics)));
  }

  private static final class Watch implements TemplateWatch {
    private static final Logger LOG = Logger.getLogger(DocumentSigning.class);

    private final Counter byTemplate;
    private final Counter generally;
    private final Counter differences;

    Watch(MeterRegistry metrics) {
      this.byTemplate = metrics.counter("mikromerit.template.documents", "path", "template");
      this.generally = metrics.counter("mikromerit.template.documents", "path", "general");
      this.differences = metrics.counter("mikromerit.template.differences");
    }

    @Override
    public void covered(boolean template) {
      (template ? byTemplate : generally).increment();
    }

    @Override
    public void differed(String outline) {
      differences.increment();
      LOG.errorf("template differs from canonicalisation, given up outline=%s", outline);
    }

    @Override
    public void failed(RuntimeException reason) {
      LOG.warn("no template made", reason);
    }
  }
}
