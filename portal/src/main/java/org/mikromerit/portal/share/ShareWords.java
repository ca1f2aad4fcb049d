package org.mikromerit.portal.share;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.share.ShareForm.Trouble;
import org.mikromerit.portal.share.Sharing.State;

/** The words of the sharing pages. */
@MessageBundle("share")
public interface ShareWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String newShare();

  @Message
  String disclosures();

  @Message
  String none();

  @Message
  String noneHelp();

  @Message
  String recipient();

  @Message
  String recipientHelp();

  @Message
  String someone();

  @Message
  String purpose();

  @Message
  String purposeHelp();

  @Message
  String what();

  @Message
  String until();

  @Message
  String seen();

  @Message
  String times(int count);

  @Message
  String timesOf(int count, int most);

  @Message
  String stands();

  @Message
  String standsNot();

  @Message
  String chooseTitle();

  @Message
  String chooseNone();

  @Message
  String chosenElsewhere();

  @Message
  String chooseMore();

  @Message
  String chooseFirst();

  @Message
  String next();

  @Message
  String nothingToShare();

  @Message
  String formTitle();

  @Message
  String alwaysShown();

  @Message
  String wholeOnly();

  @Message
  String days();

  @Message
  String daysHelp();

  @Message
  String dayCount(int days);

  @Message
  String oneDay();

  @Message
  String oneYear();

  @Message
  String pin();

  @Message
  String pinHelp();

  @Message
  String mostViews();

  @Message
  String mostViewsHelp();

  @Message
  String preview();

  @Message
  String make();

  @Message
  String previewTitle();

  @Message
  String shareTitle();

  @Message
  String link();

  @Message
  String copy();

  @Message
  String copied();

  @Message
  String qr();

  @Message
  String withdraw();

  @Message
  String withdrawHelp();

  @Message
  String withdrawn();

  @Message
  String back();

  @Message
  String disclosuresTitle();

  @Message
  String disclosuresLead();

  @Message
  String noDisclosures();

  @Message
  String when();

  @Message
  String sharedTitle();

  @Message
  String sharedFor(String recipient);

  @Message
  String linkEnds(String when);

  @Message
  String viewsLeft(int count);

  @Message
  String doorTitle();

  @Message
  String doorView();

  @Message
  String doorPin();

  @Message
  String doorWrong();

  @Message
  String show();

  @Message
  String endedTitle();

  @Message
  String endedText();

  @Message
  String busyTitle();

  @Message
  String busyText();

  @Message
  String addToLinkedIn();

  @Message
  String saveAsPdf();

  @Message
  String original();

  @Message
  String state(State state);

  @Message
  String trouble(Trouble trouble);

  @Message
  String facet(Facet facet);

  @Message
  String everything();

  @Message
  String unknownTitle();

  @Message
  String unknownText();

  @Message
  String alwaysNamed();

  @Message
  String sharedAbout();
}
