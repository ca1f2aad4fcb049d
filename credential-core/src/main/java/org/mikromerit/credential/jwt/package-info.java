/** Credentials within JSON Web Tokens. */
@NullMarked
package org.mikromerit.credential.jwt;

import org.jspecify.annotations.NullMarked;
