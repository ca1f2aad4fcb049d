/** PostgreSQL as a real, durable process, and a database with its two roles for each service. */
@NullMarked
package org.mikromerit.platform.postgres;

import org.jspecify.annotations.NullMarked;
