package org.mikromerit.credential.jsonld;

/** Told what templates did, to count it. */
public interface TemplateWatch {

  /** A document was covered, by a template or by the general path. */
  default void covered(boolean byTemplate) {}

  /**
   * A template did not say what the general path says, which is a fault of this program; it is not
   * used any more.
   *
   * @param outline names what the documents have in common, and nothing of what they say
   */
  void differed(String outline);

  /** A template could not be made for a reason that nobody foresaw; its documents go without. */
  void failed(RuntimeException reason);
}
