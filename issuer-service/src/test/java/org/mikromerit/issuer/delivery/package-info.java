@NullMarked
package org.mikromerit.issuer.delivery;

import org.jspecify.annotations.NullMarked;
