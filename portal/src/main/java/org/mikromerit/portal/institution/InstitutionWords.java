package org.mikromerit.portal.institution;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.institution.Register.State;

/** The words of an institution's first page, and those that all its pages share. */
@MessageBundle("institution")
public interface InstitutionWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String state(State state);

  @Message
  String meaning(State state);

  @Message
  String since();

  @Message
  String reason();

  @Message
  String identifier();

  @Message
  String inRegister();

  @Message
  String notApplied();

  @Message
  String notAppliedHelp();

  @Message
  String issued();

  @Message
  String issuedHelp();

  @Message
  String batches();

  @Message
  String batchesHelp();

  @Message
  String rights();

  @Message
  String rightsHelp();

  @Message
  String definitions();

  @Message
  String definitionsHelp();

  @Message
  String notDone();

  @Message
  String cancel();

  @Message
  String choose();
}
