/** The catalogue over HTTP: public, read-only. */
@NullMarked
package org.mikromerit.registry.catalogue.rest;

import org.jspecify.annotations.NullMarked;
