package org.mikromerit.portal.register;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.register.Register.CertificationLevel;
import org.mikromerit.portal.register.Register.GovernanceModel;
import org.mikromerit.portal.register.Register.Kind;
import org.mikromerit.portal.register.Register.State;

/** The words of the register. */
@MessageBundle("register")
public interface RegisterWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String definitions();

  @Message
  String providers();

  @Message
  String noDefinitions();

  @Message
  String noProviders();

  @Message
  String searchDefinitions();

  @Message
  String searchProviders();

  @Message
  String searchHelp();

  @Message
  String anyState();

  @Message
  String nothingFound();

  @Message
  String definition();

  @Message
  String provider();

  @Message
  String kindHeading();

  @Message
  String workload();

  @Message
  String hours(String hours);

  @Message
  String levelHeading();

  @Message
  String skills();

  @Message
  String noSkills();

  @Message
  String certifies();

  @Message
  String version(int version);

  @Message
  String published();

  @Message
  String stands();

  @Message
  String since();

  @Message
  String history();

  @Message
  String reason();

  @Message
  String governance();

  @Message
  String contact();

  @Message
  String identifier();

  @Message
  String state(State state);

  @Message
  String kind(Kind kind);

  @Message
  String certificationLevel(CertificationLevel level);

  @Message
  String governanceModel(GovernanceModel model);

  @Message
  String governanceMeaning(GovernanceModel model);
}
