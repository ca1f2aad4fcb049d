/** What is deployed, in compose and on Kubernetes, held against what the services read. */
@NullMarked
package org.mikromerit.journeys.deployment;

import org.jspecify.annotations.NullMarked;
