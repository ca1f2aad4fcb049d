package org.mikromerit.kit.identity;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes identifiers: names, never secrets. */
@ApplicationScoped
public class Ids {
  private final NoArgGenerator timeOrdered = Generators.timeBasedEpochGenerator();

  /** A new UUIDv7 (RFC 9562, section 5.7): sorts by time, so that indexes grow at one end. */
  public UUID next() {
    return timeOrdered.generate();
  }

  /**
   * The same UUIDv5-like name for the same parts, for what must come out equal when it is done
   * twice.
   *
   * @param namespace says what is named, so that equal parts of different things differ
   */
  public static UUID named(String namespace, String... parts) {
    var name = new StringBuilder("org.mikromerit/").append(namespace);
    for (String part : parts) {
      // The length in front keeps ("ab", "c") apart from ("a", "bc").
      name.append('\n').append(part.length()).append(':').append(part);
    }
    return Generators.nameBasedGenerator()
        .generate(name.toString().getBytes(StandardCharsets.UTF_8));
  }
}
