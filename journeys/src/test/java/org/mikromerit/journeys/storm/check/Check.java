package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Databases;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Insisting;
import org.mikromerit.journeys.storm.Sharer;
import org.mikromerit.journeys.storm.Tenant;

/** Something that must hold once all is quiet. */
public interface Check {

  /** All that there are; a new one is added here. */
  List<Check> ALL =
      List.of(
          new WhatWasAnsweredIsThere(),
          new NothingIsThereTwice(),
          new AnswersStand(),
          new StatusesStand(),
          new ListsTellTheStatuses(),
          new LedgerAgrees(),
          new PortfoliosAgree(),
          new SharesStand(),
          new VerifierAgrees(),
          new StacksAgree(),
          new AuditTellsAll(),
          new NothingWasRewritten());

  /** What it asks, in a few words for the report. */
  String question();

  /** Each thing that does not hold; empty if all is well. */
  List<String> violations(Aftermath aftermath);

  /** What there is to look at. */
  record Aftermath(
      ClientJournal journal,
      List<Tenant> tenants,
      List<Sharer> sharers,
      Fleet fleet,
      Insisting insisting,
      Databases databases,
      Random random) {}

  /** What two maps do not have in common, a few of each kind. */
  static List<String> differences(Map<String, String> expected, Map<String, String> found) {
    List<String> all = new ArrayList<>();
    expected.forEach(
        (key, value) -> {
          String other = found.get(key);
          if (other == null) {
            all.add("lost: " + key + " " + value);
          } else if (!Objects.equals(value, other)) {
            all.add("differs: " + key + " " + value + " is " + other);
          }
        });
    found.keySet().stream()
        .filter(key -> !expected.containsKey(key))
        .forEach(key -> all.add("unexpected: " + key));
    return all;
  }

  /** What two sets do not have in common. */
  static List<String> differences(Set<String> expected, Set<String> found) {
    Set<String> lost = new TreeSet<>(expected);
    lost.removeAll(found);
    Set<String> more = new TreeSet<>(found);
    more.removeAll(expected);
    List<String> all = new ArrayList<>();
    lost.forEach(each -> all.add("lost: " + each));
    more.forEach(each -> all.add("unexpected: " + each));
    return all;
  }
}
