/** What a verifier asks of credentials beyond their being valid. */
@NullMarked
package org.mikromerit.verification.policy;

import org.jspecify.annotations.NullMarked;
