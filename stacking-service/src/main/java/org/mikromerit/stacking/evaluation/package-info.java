/**
 * What of a rule is satisfied by which credentials. Pure: no clock, no database, no order of
 * arrival.
 */
@NullMarked
package org.mikromerit.stacking.evaluation;

import org.jspecify.annotations.NullMarked;
