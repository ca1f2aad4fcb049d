/** Rights as their creators announced them. */
@NullMarked
package org.mikromerit.registry.issuingright.messaging;

import org.jspecify.annotations.NullMarked;
