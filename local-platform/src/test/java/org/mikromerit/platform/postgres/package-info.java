@NullMarked
package org.mikromerit.platform.postgres;

import org.jspecify.annotations.NullMarked;
