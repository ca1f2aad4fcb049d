/** The description of what a service sends and receives. */
@NullMarked
package org.mikromerit.kit.asyncapi;

import org.jspecify.annotations.NullMarked;
