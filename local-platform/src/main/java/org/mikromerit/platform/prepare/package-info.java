/** What the launcher makes on its own servers, made on servers that somebody else runs. */
@NullMarked
package org.mikromerit.platform.prepare;

import org.jspecify.annotations.NullMarked;
