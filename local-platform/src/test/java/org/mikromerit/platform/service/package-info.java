@NullMarked
package org.mikromerit.platform.service;

import org.jspecify.annotations.NullMarked;
