package org.mikromerit.journeys.storm.operation;

import java.util.List;
import java.util.Random;
import org.mikromerit.journeys.World;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Fleet;
import org.mikromerit.journeys.storm.Insisting;
import org.mikromerit.journeys.storm.Sharer;
import org.mikromerit.journeys.storm.Tenant;

/** Something that somebody does, over the public API, until it is answered. */
public interface Operation {

  /** All that there are; a new one is added here. */
  List<Operation> ALL =
      List.of(
          new IssueOne(),
          new IssueAtBoth(),
          new CompletePathway(),
          new AskAgain(),
          new SendBatch(),
          new RevokeOne(),
          new SuspendOne(),
          new ReinstateOne(),
          new VerifyOne(),
          new ShareOne(),
          new ShareAgain(),
          new LookAtShare(),
          new WithdrawShare());

  /** How often it is done, beside the others. */
  int weight();

  /**
   * Does it once, and notes what was answered.
   *
   * @throws org.mikromerit.journeys.storm.Violation if an answer is one that nobody may be given
   */
  void perform(Turn turn);

  /** What one client has at hand when its turn comes. */
  record Turn(
      Random random,
      World world,
      Tenant tenant,
      List<Tenant> tenants,
      Sharer sharer,
      List<Sharer> sharers,
      Fleet fleet,
      Insisting insisting,
      ClientJournal journal) {

    /** Who asked for something earlier. */
    Tenant of(ClientJournal.Issued entry) {
      return tenants.get(entry.tenant());
    }

    /** Who shares that. */
    Sharer of(ClientJournal.Shared entry) {
      return sharers.get(entry.sharer());
    }
  }

  /** One of all, by their weights. */
  static Operation any(Random random) {
    int drawn = random.nextInt(ALL.stream().mapToInt(Operation::weight).sum());
    for (Operation operation : ALL) {
      drawn -= operation.weight();
      if (drawn < 0) {
        return operation;
      }
    }
    throw new IllegalStateException("weights do not add up");
  }
}
