/** What must hold after a storm: one class each, from the client's journal and everybody's rows. */
@NullMarked
package org.mikromerit.journeys.storm.check;

import org.jspecify.annotations.NullMarked;
