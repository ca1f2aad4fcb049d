/** Verdicts over REST. */
@NullMarked
package org.mikromerit.verification.verdict.rest;

import org.jspecify.annotations.NullMarked;
