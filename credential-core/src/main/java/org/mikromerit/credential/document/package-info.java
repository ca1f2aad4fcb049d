/** JSON as we accept it: bounded, strict, with one meaning only. */
@NullMarked
package org.mikromerit.credential.document;

import org.jspecify.annotations.NullMarked;
