/** A learner's identifiers over HTTP. */
@NullMarked
package org.mikromerit.registry.learner.rest;

import org.jspecify.annotations.NullMarked;
