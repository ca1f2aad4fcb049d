package org.mikromerit.issuer.batch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How large batches are, how they are worked through, and how long what they hold is kept. */
@ConfigMapping(prefix = "mikromerit.batch")
public interface BatchConfig {
  /** The setting that {@link #maxBody} is. */
  String MAX_BODY = "mikromerit.batch.max-body";

  /** The largest file, in bytes: 100,000 rows with long statements need less. */
  @WithDefault("52428800")
  long maxBody();

  /** The most rows of one file; more come in several. */
  @WithDefault("100000")
  int maxRows();

  /** Rows a transaction: as measured, a commit then costs nothing, and 500 gain nothing more. */
  @WithDefault("100")
  int chunk();

  /** Batches that one process works on at the same time; each keeps a processor busy. */
  @WithDefault("2")
  int workers();

  /** Batches of one organisation that have not ended; whoever has more waits for them. */
  @WithDefault("20")
  int mostUnended();

  /** A file under way for longer was given up by its sender. */
  @WithDefault("1H")
  Duration arrival();

  /** A batch that nobody went on with for so long is cancelled and its rows' content deleted. */
  @WithDefault("7D")
  Duration patience();

  /** How long the reports of a batch that ended are kept. */
  @WithDefault("30D")
  Duration reports();

  /** How often is looked for work. */
  @WithDefault("0.2S")
  Duration tick();

  /** Until another try after trouble, or for an organisation that cannot sign yet. */
  @WithDefault("5S")
  Duration pause();
}
