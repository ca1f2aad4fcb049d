/**
 * Issuing what an organisation's own programs composed, over the W3C's API (Verifiable Credential
 * API for Lifecycle Management).
 */
@NullMarked
package org.mikromerit.issuer.vcapi;

import org.jspecify.annotations.NullMarked;
