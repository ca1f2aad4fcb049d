/** What the running platform does at its goals: what {@code ./mikromerit bench} hands over to. */
@NullMarked
package org.mikromerit.journeys.bench;

import org.jspecify.annotations.NullMarked;
