/** The way to the database. */
@NullMarked
package org.mikromerit.kit.sql;

import org.jspecify.annotations.NullMarked;
