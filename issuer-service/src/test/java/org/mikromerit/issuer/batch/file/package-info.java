@NullMarked
package org.mikromerit.issuer.batch.file;

import org.jspecify.annotations.NullMarked;
