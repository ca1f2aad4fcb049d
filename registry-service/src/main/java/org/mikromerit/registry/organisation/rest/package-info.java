/** Organisations over HTTP: applying, deciding, reading. */
@NullMarked
package org.mikromerit.registry.organisation.rest;

import org.jspecify.annotations.NullMarked;
