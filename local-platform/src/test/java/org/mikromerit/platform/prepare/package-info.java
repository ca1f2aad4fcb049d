@NullMarked
package org.mikromerit.platform.prepare;

import org.jspecify.annotations.NullMarked;
