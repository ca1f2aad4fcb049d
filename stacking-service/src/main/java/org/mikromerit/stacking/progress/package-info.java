/** How far each learner is on each pathway, kept up to date by events. */
@NullMarked
package org.mikromerit.stacking.progress;

import org.jspecify.annotations.NullMarked;
