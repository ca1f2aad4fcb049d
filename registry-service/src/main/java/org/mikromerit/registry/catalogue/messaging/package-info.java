/** Published definitions, as their owners announce them. */
@NullMarked
package org.mikromerit.registry.catalogue.messaging;

import org.jspecify.annotations.NullMarked;
