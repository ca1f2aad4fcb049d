package org.mikromerit.issuer.batch;

import java.util.Map;

/**
 * A row as it was sent; blank cells are left out.
 *
 * @param surplus whether it has cells beyond the headings, so that none can be trusted to stand
 *     where it belongs
 */
public record SentRow(Map<Column, String> cells, boolean surplus) {}
