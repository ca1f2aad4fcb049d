/** Whether to believe a document, and why. */
@NullMarked
package org.mikromerit.verification.verdict;

import org.jspecify.annotations.NullMarked;
