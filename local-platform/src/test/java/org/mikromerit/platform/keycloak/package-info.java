@NullMarked
package org.mikromerit.platform.keycloak;

import org.jspecify.annotations.NullMarked;
