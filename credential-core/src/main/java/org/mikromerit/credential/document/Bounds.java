package org.mikromerit.credential.document;

/**
 * How much JSON is read before it is refused.
 *
 * @param bytes of the whole document
 * @param depth of arrays and objects within each other
 * @param values in the whole document, members and elements together
 * @param elements of one array or members of one object
 * @param stringLength of one string, in UTF-16 units
 */
public record Bounds(int bytes, int depth, int values, int elements, int stringLength) {

  /** A credential that somebody posts. */
  public static final Bounds CREDENTIAL = new Bounds(256 * 1024, 64, 5_000, 1_000, 128 * 1024);

  /** A status list: few members, one of which is long. */
  public static final Bounds STATUS_LIST = new Bounds(1024 * 1024, 16, 200, 100, 1024 * 1024);
}
