/** The files that batches come in, as rows of cells; their forms and their bounds. */
@NullMarked
package org.mikromerit.issuer.batch.file;

import org.jspecify.annotations.NullMarked;
