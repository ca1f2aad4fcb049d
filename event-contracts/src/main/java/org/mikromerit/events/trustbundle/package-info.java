/** What other registries said, whom we trust. */
@NullMarked
package org.mikromerit.events.trustbundle;

import org.jspecify.annotations.NullMarked;
