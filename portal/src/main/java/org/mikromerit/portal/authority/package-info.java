/** What registrars decide, two of them together. */
@NullMarked
package org.mikromerit.portal.authority;

import org.jspecify.annotations.NullMarked;
