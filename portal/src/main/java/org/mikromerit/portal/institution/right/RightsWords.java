package org.mikromerit.portal.institution.right;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.institution.right.Rights.State;

/** The words of issuing rights. */
@MessageBundle("rights")
public interface RightsWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String granted();

  @Message
  String grantedHelp();

  @Message
  String noGranted();

  @Message
  String held();

  @Message
  String noHeld();

  @Message
  String definition();

  @Message
  String holder();

  @Message
  String creator();

  @Message
  String versions();

  @Message
  String allVersions();

  @Message
  String from();

  @Message
  String until();

  @Message
  String noEnd();

  @Message
  String stands();

  @Message
  String state(State state);

  @Message
  String grantTitle();

  @Message
  String grantLead();

  @Message
  String grant();

  @Message
  String holderHelp();

  @Message
  String holderMissing();

  @Message
  String searchHolder();

  @Message
  String versionsHelp();

  @Message
  String onlyVersion(int version);

  @Message
  String untilHelp();

  @Message
  String right();

  @Message
  String change();

  @Message
  String changeLead();

  @Message
  String changeTerms();

  @Message
  String versionsAsNow(String named);

  @Message
  String withdrawn();

  @Message
  String why();

  @Message
  String withdraw();

  @Message
  String withdrawLead();

  @Message
  String reason();

  @Message
  String reasonHelp();

  @Message
  String back();
}
