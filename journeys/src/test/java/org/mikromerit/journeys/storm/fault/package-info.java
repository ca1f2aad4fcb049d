/** What goes wrong in a storm: one class each, drawn evenly. */
@NullMarked
package org.mikromerit.journeys.storm.fault;

import org.jspecify.annotations.NullMarked;
