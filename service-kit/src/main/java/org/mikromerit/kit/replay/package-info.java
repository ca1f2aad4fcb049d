/** Owners tell their entities again, for those who lost or never had them. */
@NullMarked
package org.mikromerit.kit.replay;

import org.jspecify.annotations.NullMarked;
