package org.mikromerit.portal.pathway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.pathway.OwnProgress.AwardState;
import org.mikromerit.portal.pathway.OwnProgress.State;
import org.mikromerit.portal.pathway.Step.Standing;

/** The words of the pathways. */
@MessageBundle("pathway")
public interface PathwayWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String search();

  @Message
  String searchHelp();

  @Message
  String none();

  @Message
  String nothingFound();

  @Message
  String pathway();

  @Message
  String published();

  @Message
  String version(int version);

  @Message
  String owner();

  @Message
  String picture();

  @Message
  String pictureHelp();

  @Message
  String table();

  @Message
  String number();

  @Message
  String asks();

  @Message
  String whole();

  @Message
  String all(int all);

  @Message
  String some(int needed, int all);

  @Message
  String one();

  @Message
  String unknownPart(String id);

  @Message
  String unknownRule();

  @Message
  String seeOwn();

  @Message
  String ownTitle();

  @Message
  String ownLead();

  @Message
  String ownNone();

  @Message
  String ownNoneHelp();

  @Message
  String stands();

  @Message
  String state(State state);

  @Message
  String meaning(State state);

  @Message
  String standing(Standing standing);

  @Message
  String by();

  @Message
  String credential(int number);

  @Message
  String more(int more);

  @Message
  String howFar();

  @Message
  String award();

  @Message
  String awardState(AwardState state);

  @Message
  String seeAward();

  @Message
  String toAll();
}
