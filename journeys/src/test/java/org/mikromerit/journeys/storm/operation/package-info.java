/** What people do in a storm: one class each, drawn by weight. */
@NullMarked
package org.mikromerit.journeys.storm.operation;

import org.jspecify.annotations.NullMarked;
