package org.mikromerit.verification.verdict;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.jsonld.TemplateRules;
import org.mikromerit.credential.jsonld.TemplateWatch;
import org.mikromerit.credential.jsonld.VerifyingTemplates;

/** The templates by which posted documents are canonicalised, and what is counted of them. */
@ApplicationScoped
class DocumentTemplates {

  @Produces
  @Singleton
  VerifyingTemplates templates(TemplateConfig config, MeterRegistry metrics) {
    return new VerifyingTemplates(
        StrictJsonLd.standard(),
        new TemplateRules(config.most(), config.characters(), config.sample()),
        new Watch(metrics));
  }

  private static final class Watch implements TemplateWatch {
    private static final Logger LOG = Logger.getLogger(DocumentTemplates.class);

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
