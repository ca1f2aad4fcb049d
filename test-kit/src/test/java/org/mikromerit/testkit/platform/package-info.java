@NullMarked
package org.mikromerit.testkit.platform;

import org.jspecify.annotations.NullMarked;
