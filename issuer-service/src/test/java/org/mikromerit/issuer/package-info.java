/** The issuer, tested over HTTP and Kafka as others see it. */
@NullMarked
package org.mikromerit.issuer;

import org.jspecify.annotations.NullMarked;
