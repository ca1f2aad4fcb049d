@NullMarked
package org.mikromerit.platform.kafka;

import org.jspecify.annotations.NullMarked;
