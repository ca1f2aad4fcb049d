/** Keycloak as a real process with the realm of this repository. */
@NullMarked
package org.mikromerit.platform.keycloak;

import org.jspecify.annotations.NullMarked;
