@NullMarked
package org.mikromerit.platform.process;

import org.jspecify.annotations.NullMarked;
