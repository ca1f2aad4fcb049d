package org.mikromerit.journeys.bench;

import java.util.List;

/** Something that the platform is to reach, and how it is seen whether it does. */
interface Goal {

  /** Cheap ones first; what leaves a million rows behind, or a service restarted, last. */
  List<Goal> ALL =
      List.of(
          new SingleIssues(),
          new BatchRows(),
          new Peak(),
          new EventLag(),
          new VerifyUnderLoad(),
          new HostileRequests(),
          new WarmVerdict(),
          new RevokeToVisible(),
          new RevocationCost(),
          new RebuildRate(),
          new LargeBatch(),
          new Overload(),
          new Growth(),
          new Startup());

  /** By which it is asked for, as P3. */
  String id();

  /** What is demanded, with its limit and how far it would better go. */
  String demands();

  /** How it is measured. */
  String how();

  Result measure(Bench bench);
}
