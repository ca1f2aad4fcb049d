/** Whole-system stories on real processes: only HTTP and Kafka, only what the launcher started. */
@NullMarked
package org.mikromerit.journeys;

import org.jspecify.annotations.NullMarked;
