/**
 * Who may issue, and with which keys: the verifier's own copy of what registry and issuer
 * announced.
 */
@NullMarked
package org.mikromerit.verification.trust;

import org.jspecify.annotations.NullMarked;
