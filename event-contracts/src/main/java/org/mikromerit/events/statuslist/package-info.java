/** The signed lists of status bits. */
@NullMarked
package org.mikromerit.events.statuslist;

import org.jspecify.annotations.NullMarked;
