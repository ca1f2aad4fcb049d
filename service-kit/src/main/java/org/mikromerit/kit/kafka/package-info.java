/** How this service comes to the broker. */
@NullMarked
package org.mikromerit.kit.kafka;

import org.jspecify.annotations.NullMarked;
