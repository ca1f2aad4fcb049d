/**
 * What every service needs and none of the domain: outbox, inbox, idempotency, problems, audit,
 * tenants, pseudonyms.
 */
@NullMarked
package org.mikromerit.kit;

import org.jspecify.annotations.NullMarked;
