package org.mikromerit.portal.claim;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of claiming. */
@MessageBundle("claim")
public interface ClaimWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String code();

  @Message
  String codeHelp();

  @Message
  String send();

  @Message
  String refusal(Refusal refusal);

  @Message
  String yours();

  @Message
  String there();

  @Message
  String onItsWay();

  @Message
  String show();

  @Message
  String lookAgain();

  @Message
  String another();
}
