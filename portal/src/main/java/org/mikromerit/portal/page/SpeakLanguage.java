package org.mikromerit.portal.page;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Has every template speak the visitor's language. */
@ApplicationScoped
class SpeakLanguage {
  private final Visitor visitor;

  SpeakLanguage(Visitor visitor) {
    this.visitor = visitor;
  }

  void toAll(@Observes EngineBuilder engine) {
    engine.addTemplateInstanceInitializer(this::speak);
  }

  private void speak(TemplateInstance page) {
    page.setLocale(visitor.language().locale());
  }
}
