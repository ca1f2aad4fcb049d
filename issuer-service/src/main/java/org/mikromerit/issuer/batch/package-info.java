/** Many credentials from one file: received, rehearsed, issued, reported, resumed. */
@NullMarked
package org.mikromerit.issuer.batch;

import org.jspecify.annotations.NullMarked;
