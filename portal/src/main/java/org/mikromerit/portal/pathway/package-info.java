/**
 * Pathways: what stacks to something larger, as a picture and a table, and how far a learner is.
 */
@NullMarked
package org.mikromerit.portal.pathway;

import org.jspecify.annotations.NullMarked;
