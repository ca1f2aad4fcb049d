package org.mikromerit.portal.authority;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.authority.Authority.Verdict;
import org.mikromerit.portal.authority.Given.Act;
import org.mikromerit.portal.authority.Given.Refusal;

/** The words of the authority. */
@MessageBundle("authority")
public interface AuthorityWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String proposals();

  @Message
  String organisations();

  @Message
  String noProposals();

  @Message
  String noOrganisations();

  @Message
  String searchOrganisations();

  @Message
  String organisation();

  @Message
  String proposed();

  @Message
  String reason();

  @Message
  String prepared();

  @Message
  String who();

  @Message
  String yours();

  @Message
  String anothers();

  @Message
  String country();

  @Message
  String verdict(Verdict verdict);

  @Message
  String yoursWaits();

  @Message
  String toDecide();

  @Message
  String toDecideHelp();

  @Message
  String otherReason();

  @Message
  String otherReasonHelp();

  @Message
  String take(Verdict verdict);

  @Message
  String giveBack();

  @Message
  String toPrepare();

  @Message
  String toPrepareHelp();

  @Message
  String replacesHelp();

  @Message
  String choose();

  @Message
  String reasonHelp();

  @Message
  String reasonWrong();

  @Message
  String prepare();

  @Message
  String toSuspend();

  @Message
  String toSuspendHelp();

  @Message
  String suspend();

  @Message
  String nothingToDo();

  @Message
  String done(Act act);

  @Message
  String refusal(Refusal refusal);

  @Message
  String back();
}
