package org.mikromerit.credential.document;

/** The bytes are not JSON that we read; the code says why and is stable. */
public final class MalformedJson extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why the bytes were refused. */
  public enum Code {
    TOO_LARGE("too-large"),
    NOT_UTF8("not-utf-8"),
    NOT_JSON("not-json"),
    NOT_AN_OBJECT("not-an-object"),
    TOO_DEEP("too-deep"),
    TOO_MANY_VALUES("too-many-values"),
    TOO_LONG("too-long"),
    REPEATED_NAME("repeated-name"),
    INEXACT_NUMBER("inexact-number"),
    LONE_SURROGATE("lone-surrogate");

    private final String code;

    Code(String code) {
      this.code = code;
    }

    /** The stable kebab-case form. */
    public String code() {
      return code;
    }
  }

  private final Code code;

  MalformedJson(Code code, String message) {
    super(message);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
