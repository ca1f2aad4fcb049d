package org.mikromerit.issuer.batch.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A file as rows of cells, read from its beginning to its end. */
public interface Sheet extends AutoCloseable {

  /**
   * One row.
   *
   * @param number from 1, as a spreadsheet shows it
   * @param cells as text; empty where there is nothing
   */
  record Row(int number, List<String> cells) {
    boolean isBlank() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /** The next row; empty at the end. */
  Optional<Row> next() throws IOException, UnreadableFile;

  @Override
  void close() throws IOException;
}
