package org.mikromerit.kit.chain;

/**
 * A table whose rows change by right, each change of which is noted. Names are code, never input.
 *
 * @param key the column that tells its rows apart, a UUID
 */
public record NotedTable(String name, String key) {}
