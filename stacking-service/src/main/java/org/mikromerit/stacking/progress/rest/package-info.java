/** Progress over HTTP. */
@NullMarked
package org.mikromerit.stacking.progress.rest;

import org.jspecify.annotations.NullMarked;
