package org.mikromerit.verification.foreign;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What may be fetched from others. */
@ConfigMapping(prefix = "mikromerit.foreign")
public interface ForeignConfig {
  /** Off, nothing ever leaves, and what is not held here stays undecided. */
  @WithDefault("true")
  boolean enabled();

  /** Ports that may be called. Another than that of https is more often an internal service. */
  @WithDefault("443")
  Set<Integer> ports();

  /** One document with its redirects, its name's look-up and its last byte. */
  @WithDefault("PT3S")
  Duration within();

  /** A request, for one verdict or many, that has waited so long in all begins no further call. */
  @WithDefault("PT3S")
  Duration verdictWithin();

  /** The largest document, in bytes. */
  @WithDefault("1048576")
  int mostBytes();

  /** Calls under way at a time; who comes then is told at once that it was not fetched. */
  @WithDefault("16")
  int mostAtOnce();

  /** The same to one host, so that a slow one leaves room for others. */
  @WithDefault("4")
  int mostAtOnceToOneHost();

  /** How long what was fetched is kept. A key taken back there counts here for as long. */
  @WithDefault("PT5M")
  Duration keep();

  /** How long it is remembered that something could not be had. */
  @WithDefault("PT30S")
  Duration keepFailures();

  /** Documents that are kept, of each kind. */
  @WithDefault("500")
  int mostKept();

  /** What kept status lists weigh together, in bytes; one list weighs up to 16 MiB unpacked. */
  @WithDefault("33554432")
  long mostKeptBytes();
}
