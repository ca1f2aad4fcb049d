package org.mikromerit.portal.institution.batch;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.institution.batch.Batches.State;

/** The words of batches. */
@MessageBundle("batch")
public interface BatchWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String sendFile();

  @Message
  String none();

  @Message
  String noneHelp();

  @Message
  String received();

  @Message
  String what();

  @Message
  String trial();

  @Message
  String issuing();

  @Message
  String progress();

  @Message
  String stands();

  @Message
  String state(State state);

  @Message
  String chooseTitle();

  @Message
  String chooseLead();

  @Message
  String own();

  @Message
  String noneOwn();

  @Message
  String held();

  @Message
  String noneHeld();

  @Message
  String version(int version);

  @Message
  String by();

  @Message
  String eachRow();

  @Message
  String eachRowHelp();

  @Message
  String sendTitle();

  @Message
  String sendLead();

  @Message
  String template();

  @Message
  String templateHelp();

  @Message
  String file();

  @Message
  String fileHelp();

  @Message
  String noFile();

  @Message
  String tryFile();

  @Message
  String issue();

  @Message
  String issueHelp();

  @Message
  String sending();

  @Message
  String batchTitle();

  @Message
  String trialTitle();

  @Message
  String trialFinished(long issuable, long rows);

  @Message
  String issueFinished(long issued, long rows);

  @Message
  String reload();

  @Message
  String canClose();

  @Message
  String rows();

  @Message
  String issuable();

  @Message
  String issued();

  @Message
  String skipped();

  @Message
  String refused();

  @Message
  String skippedHelp();

  @Message
  String problems();

  @Message
  String noProblems();

  @Message
  String row();

  @Message
  String column();

  @Message
  String reason();

  @Message
  String cell(Batches.Cell cell);

  @Message
  String wholeRow();

  @Message
  String result();

  @Message
  String resultHelp();

  @Message
  String pause();

  @Message
  String resume();

  @Message
  String end();

  @Message
  String endHelp();

  @Message
  String next();

  @Message
  String sendAgain();

  @Message
  String back();

  @Message
  String seeIssued();
}
