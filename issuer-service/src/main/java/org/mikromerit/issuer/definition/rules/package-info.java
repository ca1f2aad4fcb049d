/** What a definition must state before it is published; one rule a class. */
@NullMarked
package org.mikromerit.issuer.definition.rules;

import org.jspecify.annotations.NullMarked;
