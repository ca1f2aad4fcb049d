package org.mikromerit.portal.verify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.verify.Verdict.CertificationLevel;
import org.mikromerit.portal.verify.Verdict.Conclusion;

/** The words of the verifying pages. */
@MessageBundle("verify")
public interface VerifyWords {
  @Message
  String title();

  @Message
  String about();

  @Message
  String outcomes();

  @Message
  String criteria();

  @Message
  String lead();

  @Message
  String paste();

  @Message
  String pasteHelp();

  @Message
  String file();

  @Message
  String fileHelp();

  @Message
  String askIssuer();

  @Message
  String send();

  @Message
  String nothingIsKept();

  @Message
  String refusal(Refusal refusal);

  @Message
  String conclusion(Conclusion conclusion);

  @Message
  String meaning(Conclusion conclusion);

  @Message
  String credential();

  @Message
  String says();

  @Message
  String whatWasChecked();

  @Message
  String howWasThisChecked();

  @Message
  String notStated();

  @Message
  String byIssuer();

  @Message
  String byRegister();

  @Message
  String holder();

  @Message
  String issuer();

  @Message
  String issuerItself();

  @Message
  String awarded();

  @Message
  String issued();

  @Message
  String credentialExpires();

  @Message
  String neverExpires();

  @Message
  String level();

  @Message
  String grade();

  @Message
  String checkedAt(String when);

  @Message
  String another();

  @Message
  String certificationLevel(CertificationLevel level);
}
