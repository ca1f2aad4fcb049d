package org.mikromerit.portal.page;

/** There is no page, for a reason that has words. */
public final class PageFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  public PageFailure(Failure failure) {
    super(failure.name());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }
}
