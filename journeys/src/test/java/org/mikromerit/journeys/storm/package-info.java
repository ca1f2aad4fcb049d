/** Many tenants at work while things die: what was answered must stand, and everybody agree. */
@NullMarked
package org.mikromerit.journeys.storm;

import org.jspecify.annotations.NullMarked;
