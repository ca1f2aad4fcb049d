/** What a verifier asks about a credential, and what the answers come to. */
@NullMarked
package org.mikromerit.credential.check;

import org.jspecify.annotations.NullMarked;
