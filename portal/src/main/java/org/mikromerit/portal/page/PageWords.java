package org.mikromerit.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the frame and of what all pages share; the texts lie in {@code messages}. */
@MessageBundle("page")
public interface PageWords {
  @Message
  String slogan();

  @Message
  String skipToContent();

  @Message
  String mainNavigation();

  @Message
  String verify();

  @Message
  String register();

  @Message
  String pathways();

  @Message
  String mine();

  @Message
  String institution();

  @Message
  String authority();

  @Message
  String operations();

  @Message
  String forDevelopers();

  @Message
  String accessibility();

  @Message
  String components();

  @Message
  String signIn();

  @Message
  String signOut();

  @Message
  String language();

  @Message
  String print();

  @Message
  String reason(StatusReason reason);

  @Message
  String why(Why why);

  @Message
  String failureTitle(Failure failure);

  @Message
  String failureText(Failure failure);

  @Message
  String backToStart();

  @Message
  String awayTitle();

  @Message
  String awayText(String service);

  @Message
  String status(Status status);

  @Message
  String outOf(long done, long all);

  @Message
  String nextPage();

  @Message
  String search();

  @Message
  String showAll();

  @Message
  String cannotSearch();
}
