package org.mikromerit.portal.imports;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.imports.Imports.BundleState;
import org.mikromerit.portal.imports.Imports.FileState;

/** The words of bringing a portfolio along. */
@MessageBundle("imports")
public interface ImportsWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String file();

  @Message
  String fileHelp();

  @Message
  String send();

  @Message
  String refusal(Refusal refusal);

  @Message
  String reportTitle();

  @Message
  String imported(int imported);

  @Message
  String files();

  @Message
  String fileName();

  @Message
  String became();

  @Message
  String fileState(FileState state);

  @Message
  String show();

  @Message
  String bundles();

  @Message
  String bundlesHelp();

  @Message
  String registry();

  @Message
  String said();

  @Message
  String bundleState(BundleState state);

  @Message
  String another();
}
