@NullMarked
package org.mikromerit.kit.sealing;

import org.jspecify.annotations.NullMarked;
