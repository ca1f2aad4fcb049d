/** What stacking-service announces. */
@NullMarked
package org.mikromerit.issuer.award.messaging;

import org.jspecify.annotations.NullMarked;
