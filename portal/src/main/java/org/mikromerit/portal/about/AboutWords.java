package org.mikromerit.portal.about;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of what the site says of itself. */
@MessageBundle("about")
public interface AboutWords {
  @Message
  String accessibilityTitle();

  @Message
  String accessibilityLead();

  @Message
  String accessibilityHow();

  @Message
  String accessibilityScript();

  @Message
  String accessibilityKnown();

  @Message
  String accessibilityTell();

  @Message
  String componentsTitle();

  @Message
  String componentsLead();

  @Message
  String statuses();

  @Message
  String messages();

  @Message
  String formHeading();

  @Message
  String fieldLabel();

  @Message
  String fieldHelp();

  @Message
  String progressHeading();

  @Message
  String listHeading();

  @Message
  String emptyHeading();
}
