package org.mikromerit.portal.developer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words around the services' own descriptions, which are in English. */
@MessageBundle("developer")
public interface DeveloperWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String inEnglish();

  @Message
  String operations();

  @Message
  String events();

  @Message
  String method();

  @Message
  String path();

  @Message
  String purpose();

  @Message
  String topic();

  @Message
  String direction();

  @Message
  String sends();

  @Message
  String receives();

  @Message
  String whole();
}
