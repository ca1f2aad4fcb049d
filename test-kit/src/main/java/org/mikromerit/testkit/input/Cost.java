package org.mikromerit.testkit.input;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * What one piece of work costs, counted and not timed.
 *
 * @param cpu of the thread that did it
 * @param bytes that it allocated
 */
public record Cost(Duration cpu, long bytes) {
  private static final int ROUNDS = 5;

  /** What a single input may cost: the promise of the bad input, in CPU time and memory. */
  public static final Cost BUDGET = new Cost(Duration.ofMillis(250), 64L * 1024 * 1024);

  /** The least of some rounds: what the work costs, without what the machine did beside it. */
  public static Cost of(Runnable work) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long nanos = Long.MAX_VALUE;
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long cpu = threads.getCurrentThreadCpuTime();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      work.run();
      bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - allocated);
      nanos = Math.min(nanos, threads.getCurrentThreadCpuTime() - cpu);
    }
    return new Cost(Duration.ofNanos(nanos), bytes);
  }

  public boolean isWithin(Cost budget) {
    return cpu.compareTo(budget.cpu) < 0 && bytes < budget.bytes;
  }

  @Override
  public String toString() {
    return "%.1f ms, %d kB".formatted(cpu.toNanos() / 1e6, bytes / 1024);
  }
}
