package org.mikromerit.portal.learner;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.learner.Portfolio.State;

/** The words of the learner's pages. */
@MessageBundle("learner")
public interface LearnerWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String none();

  @Message
  String noneHelp();

  @Message
  String credential();

  @Message
  String issuer();

  @Message
  String awarded();

  @Message
  String stands();

  @Message
  String state(State state);

  @Message
  String holder();

  @Message
  String issued();

  @Message
  String received();

  @Message
  String broughtAlong();

  @Message
  String validUntil();

  @Message
  String noEnd();

  @Message
  String why();

  @Message
  String since();

  @Message
  String appeal();

  @Message
  String parts();

  @Message
  String download();

  @Message
  String export();

  @Message
  String exportHelp();

  @Message
  String share();

  @Message
  String shares();

  @Message
  String back();

  @Message
  String lacksPart();

  @Message
  String appealToIssuer();
}
