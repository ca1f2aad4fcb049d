/** Sharing over HTTP. */
@NullMarked
package org.mikromerit.registry.sharing.rest;

import org.jspecify.annotations.NullMarked;
