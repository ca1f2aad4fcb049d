package org.mikromerit.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** How much memory one input may cost (S2); counted, so that no machine is too slow for it. */
final class Budget {
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Budget() {}

  static void keeps(Runnable work) {
    long cost = cost(work);
    if (cost > MOST_BYTES) {
      // The first of all inputs pays for the classes; what an input costs, it costs again.
      cost = cost(work);
    }
    if (cost > MOST_BYTES) {
      throw new AssertionError("one input took " + cost + " bytes of memory");
    }
  }

  private static long cost(Runnable work) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    work.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
