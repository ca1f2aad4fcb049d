/** Award rules and awards in the database. */
@NullMarked
package org.mikromerit.issuer.award.persistence;

import org.jspecify.annotations.NullMarked;
