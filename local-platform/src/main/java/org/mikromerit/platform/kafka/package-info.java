/** One Kafka broker as a real process, and the topics on it. */
@NullMarked
package org.mikromerit.platform.kafka;

import org.jspecify.annotations.NullMarked;
