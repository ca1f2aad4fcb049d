package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.journeys.storm.ClientJournal;

/** No answer was a lie: the issuer has each credential, with the very bytes that it gave out. */
final class WhatWasAnsweredIsThere implements Check {

  @Override
  public String question() {
    return "what was answered is there, byte for byte";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    Map<String, String> kept =
        aftermath.databases().pairs("issuer", "select id::text, digest from credential");
    List<String> violations = new ArrayList<>();
    for (ClientJournal.Issued entry : aftermath.journal().issued()) {
      if (!entry.digest().equals(kept.get(entry.credential()))) {
        violations.add("lost or changed: " + entry.credential());
      }
    }
    return violations;
  }
}
