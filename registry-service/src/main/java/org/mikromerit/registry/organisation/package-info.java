/**
 * Who may issue: organisations apply, an authority decides, everyone sees the states and reasons.
 */
@NullMarked
package org.mikromerit.registry.organisation;

import org.jspecify.annotations.NullMarked;
