/**
 * What is published on issuers' behalf: DID documents, status lists, the trust list, our JSON-LD
 * context.
 */
@NullMarked
package org.mikromerit.registry.publication;

import org.jspecify.annotations.NullMarked;
