package org.mikromerit.issuer.batch.file;

/** A file that cannot be taken as a batch. The reason never repeats what stands in it. */
public final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  /** In which way. */
  public enum Kind {
    /** It is not of the form that it is said to be, or damaged, or beyond the bounds of one row. */
    FORM,
    /** Its first row does not name the columns. */
    COLUMNS,
    /** There are no rows in it. */
    EMPTY,
    TOO_MANY_ROWS,
    /** Nothing is wrong with it: others are being read, and each takes much memory. */
    BUSY
  }

  private final Kind kind;
  private final String detail;

  /** For people: what is wrong and what to do. */
  public UnreadableFile(Kind kind, String detail) {
    super(detail, null, false, false);
    this.kind = kind;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  public String detail() {
    return detail;
  }
}
