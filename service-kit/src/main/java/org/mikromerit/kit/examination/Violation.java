package org.mikromerit.kit.examination;

/**
 * Something that does not hold, and where. It names nobody.
 *
 * @param check by which it was found
 * @param table that it was found in
 * @param row what tells the row from others, as {@code column=value}
 * @param sentence what is wrong, for the operator
 */
public record Violation(String check, String table, String row, String sentence) {}
