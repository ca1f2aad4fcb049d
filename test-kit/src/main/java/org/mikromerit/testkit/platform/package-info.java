/** Real PostgreSQL and Kafka for tests: one that already runs, or one for this JVM. */
@NullMarked
package org.mikromerit.testkit.platform;

import org.jspecify.annotations.NullMarked;
