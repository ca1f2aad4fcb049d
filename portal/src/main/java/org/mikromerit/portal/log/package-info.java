/**
 * One JSON object a log line, as the services write them; with no address in it that opens what a
 * learner shares.
 */
@NullMarked
package org.mikromerit.portal.log;

import org.jspecify.annotations.NullMarked;
