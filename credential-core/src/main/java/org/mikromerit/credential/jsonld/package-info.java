/**
 * What a document says in RDF, and the refusal of documents of which a signature would not cover
 * all.
 */
@NullMarked
package org.mikromerit.credential.jsonld;

import org.jspecify.annotations.NullMarked;
