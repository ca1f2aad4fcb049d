package org.mikromerit.portal.operations;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;
import org.mikromerit.portal.operations.Operated.State;

/** The words of the operator. */
@MessageBundle("operations")
public interface OperationsWords {
  @Message
  String title();

  @Message
  String lead();

  @Message
  String lookedAt(String at);

  @Message
  String service();

  @Message
  String answers();

  @Message
  String up();

  @Message
  String away();

  @Message
  String outbox();

  @Message
  String outboxWaiting(long waiting);

  @Message
  String since(String moment);

  @Message
  String behind();

  @Message
  String behindBy(long events);

  @Message
  String unknown();

  @Message
  String parked();

  @Message
  String parkedNone();

  @Message
  String topic();

  @Message
  String waiting();

  @Message
  String event();

  @Message
  String key();

  @Message
  String cause();

  @Message
  String tries();

  @Message
  String parkedAt();

  @Message
  String act();

  @Message
  String parkedHelp();

  @Message
  String retry();

  @Message
  String retryAll(String topic);

  @Message
  String retried(String topic);

  @Message
  String notRetried();

  @Message
  String jobs();

  @Message
  String jobsHelp();

  @Message
  String jobsNone();

  @Message
  String batches();

  @Message
  String batchesHelp();

  @Message
  String batchesNone();

  @Message
  String organisation();

  @Message
  String touched();

  @Message
  String state(State state);

  @Message
  String stands();

  @Message
  String announced();

  @Message
  String requested();

  @Message
  String finished();

  @Message
  String failure();

  @Message
  String back();
}
