package org.mikromerit.credential.lint;

import java.util.Locale;

/**
 * Something about a document for which it is not signed.
 *
 * @param place in the document, as a JSON Pointer (RFC 6901)
 */
public record Fault(Code code, String place) {

  /** What is wrong. */
  public enum Code {
    /** It is no credential of the data model 2.0. */
    NOT_A_CREDENTIAL,
    /** A member that is there in another form than the data model knows. */
    MALFORMED,
    /** An object that must say of what type it is does not. */
    TYPE_MISSING,
    /** An identifier that must be there is not. */
    ID_MISSING,
    /** An identifier that is no URL. */
    ID_NOT_A_URL,
    /** A subject of which nothing is claimed. */
    SUBJECT_EMPTY,
    /** A time that is no xsd:dateTime with a time zone. */
    TIME_MALFORMED,
    /** It would end before it begins. */
    VALIDITY_INVERTED,
    /** One text is given twice in one language. */
    LANGUAGE_REPEATED,
    /** A resource is described twice. */
    RESOURCE_REPEATED,
    /** A resource without a digest. */
    DIGEST_MISSING,
    /** A digest of another form than its member demands, or by another hash than SHA-2. */
    DIGEST_MALFORMED,
    /** A digest of something else. */
    DIGEST_WRONG,
    /** A resource that is not held here, so that nobody can tell whether its digest is true. */
    RESOURCE_UNKNOWN;

    /** The stable form, such as {@code type-missing}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
