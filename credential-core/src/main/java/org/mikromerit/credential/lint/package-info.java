/** What must be right about a credential before anybody signs it. */
@NullMarked
package org.mikromerit.credential.lint;

import org.jspecify.annotations.NullMarked;
