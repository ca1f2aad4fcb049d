package org.mikromerit.issuer.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.regex.Pattern;

/** Reads a level, which people write as 4 and as "4". */
final class LevelValue extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;
  private static final Pattern LEVEL = Pattern.compile("[1-8]");

  LevelValue() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
    String written = json.currentToken().isScalarValue() ? json.getText() : "";
    if (!LEVEL.matcher(written).matches()) {
      throw MismatchedInputException.from(json, String.class, "a level is 1 to 8");
    }
    return written;
  }
}
