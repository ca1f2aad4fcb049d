/** What every service must do alike, as tests that each inherits. */
@NullMarked
package org.mikromerit.testkit.contract;

import org.jspecify.annotations.NullMarked;
