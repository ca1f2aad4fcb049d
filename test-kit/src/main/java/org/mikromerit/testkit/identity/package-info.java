/** Signed tokens for tests of one service; journeys use the real identity provider. */
@NullMarked
package org.mikromerit.testkit.identity;

import org.jspecify.annotations.NullMarked;
