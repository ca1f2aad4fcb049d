package org.mikromerit.kit.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation that takes files and reads them as a stream. Its bound is a setting of its
 * own; quarkus.http.limits.max-body-size, the wall behind all bounds, must be no less.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface LargeBody {

  /** The name of the setting that tells how many bytes at most. */
  String value();
}
