package org.mikromerit.registry.portfolio.rest;

import java.util.List;
import java.util.UUID;
import org.mikromerit.registry.portfolio.ShowCredential.Choices;

/**
 * What of a credential can be shown or kept back.
 *
 * @param inParts whether there is a choice at all
 * @param choices as pointers into the document (RFC 6901)
 */
record ChoicesView(UUID id, String title, boolean inParts, List<String> choices) {

  static ChoicesView of(Choices choices) {
    return new ChoicesView(
        choices.entry().credential(),
        choices.entry().title(),
        choices.inParts(),
        List.copyOf(choices.pointers()));
  }
}
