/** What is said to people, in each language. */
@NullMarked
package org.mikromerit.verification.language;

import org.jspecify.annotations.NullMarked;
