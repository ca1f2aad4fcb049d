/** What the tests of every module share: the platform, contract tests, architecture rules. */
@NullMarked
package org.mikromerit.testkit;

import org.jspecify.annotations.NullMarked;
