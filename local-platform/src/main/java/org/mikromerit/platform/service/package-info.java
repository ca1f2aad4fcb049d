/** The services of this repository as processes. */
@NullMarked
package org.mikromerit.platform.service;

import org.jspecify.annotations.NullMarked;
