package org.mikromerit.portal.institution.issued;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.institution.issued.Issued.IdentifierType;
import org.mikromerit.portal.institution.issued.Issued.State;

/** The words of what an institution issued. */
@MessageBundle("issued")
public interface IssuedWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String number();

  @Message
  String numberHelp();

  @Message
  String noSuchNumber();

  @Message
  String find();

  @Message
  String none();

  @Message
  String noneHelp();

  @Message
  String credential();

  @Message
  String reference();

  @Message
  String awarded();

  @Message
  String issuedAt();

  @Message
  String stands();

  @Message
  String state(State state);

  @Message
  String definition();

  @Message
  String version(int version);

  @Message
  String identifier();

  @Message
  String document();

  @Message
  String documentHelp();

  @Message
  String history();

  @Message
  String since();

  @Message
  String why();

  @Message
  String note();

  @Message
  String noteHelp();

  @Message
  String atIssue();

  @Message
  String isFinal();

  @Message
  String act();

  @Message
  String actHelp();

  @Message
  String change(Change change);

  @Message
  String changeHelp(Change change);

  @Message
  String correct();

  @Message
  String correctHelp();

  @Message
  String correctTitle();

  @Message
  String correctLead();

  @Message
  String correctSend();

  @Message
  String back();

  @Message
  String recipient();

  @Message
  String recipientHelp();

  @Message
  String givenName();

  @Message
  String familyName();

  @Message
  String identifierType();

  @Message
  String identifierTypeWord(IdentifierType type);

  @Message
  String identifierValue();

  @Message
  String identifierHelp();

  @Message
  String result();

  @Message
  String grade();

  @Message
  String gradeHelp();

  @Message
  String scheme();

  @Message
  String schemeHelp();

  @Message
  String referenceHelp();

  @Message
  String evidence();

  @Message
  String evidenceHelp();
}
