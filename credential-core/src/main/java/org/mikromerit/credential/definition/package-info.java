/** What may be awarded: a complete definition, which cannot be built without what it needs. */
@NullMarked
package org.mikromerit.credential.definition;

import org.jspecify.annotations.NullMarked;
