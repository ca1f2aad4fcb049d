/** What an operator looks at. */
@NullMarked
package org.mikromerit.kit.operator;

import org.jspecify.annotations.NullMarked;
