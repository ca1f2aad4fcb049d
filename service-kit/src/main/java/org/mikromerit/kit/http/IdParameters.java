package org.mikromerit.kit.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Reads ids in addresses; what is no id names nothing. */
@Provider
public class IdParameters implements ParamConverterProvider {
  // UUID.fromString takes shorter groups too; two addresses must not name one thing.
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  // The type was compared just before the cast.
  @SuppressWarnings("unchecked")
  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type generic, Annotation[] annotations) {
    return type == UUID.class ? (ParamConverter<T>) new Ids() : null;
  }

  private static final class Ids implements ParamConverter<UUID> {
    @Override
    public UUID fromString(String text) {
      if (!UUID_FORM.matcher(text).matches()) {
        throw new ProblemException(Problems.notFound("resource"));
      }
      return UUID.fromString(text);
    }

    @Override
    public String toString(UUID id) {
      return id.toString();
    }
  }
}
