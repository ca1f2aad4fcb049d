package org.mikromerit.kit.problem;

/** Ends a request with a problem, and its transaction without a trace. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(String.valueOf(problem.members().get("type")), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
