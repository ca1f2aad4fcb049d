/** The portfolio over HTTP. */
@NullMarked
package org.mikromerit.registry.portfolio.rest;

import org.jspecify.annotations.NullMarked;
