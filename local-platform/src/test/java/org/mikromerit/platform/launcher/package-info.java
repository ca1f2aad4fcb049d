@NullMarked
package org.mikromerit.platform.launcher;

import org.jspecify.annotations.NullMarked;
