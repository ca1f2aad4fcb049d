/** Decentralised identifiers of organisations: did:key and did:web. */
@NullMarked
package org.mikromerit.credential.did;

import org.jspecify.annotations.NullMarked;
