/** What may be awarded: drafted, judged, published, and then unchangeable. */
@NullMarked
package org.mikromerit.issuer.definition;

import org.jspecify.annotations.NullMarked;
