/** Real PostgreSQL, Kafka and Keycloak without Docker, and the launcher behind ./mikromerit. */
@NullMarked
package org.mikromerit.platform;

import org.jspecify.annotations.NullMarked;
