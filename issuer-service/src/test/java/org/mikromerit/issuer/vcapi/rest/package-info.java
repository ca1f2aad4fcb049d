@NullMarked
package org.mikromerit.issuer.vcapi.rest;

import org.jspecify.annotations.NullMarked;
