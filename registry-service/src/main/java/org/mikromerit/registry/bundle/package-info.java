/**
 * What a verifier needs where no registry can be asked: trust, keys and status, signed and dated.
 */
@NullMarked
package org.mikromerit.registry.bundle;

import org.jspecify.annotations.NullMarked;
