package org.mikromerit.issuer.definition;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.mikromerit.credential.definition.AssessmentType;
import org.mikromerit.credential.definition.BenefitType;
import org.mikromerit.credential.definition.LearningSetting;
import org.mikromerit.credential.definition.LevelFramework;
import org.mikromerit.credential.definition.ParticipationMode;
import org.mikromerit.credential.definition.QualityAssuranceType;
import org.mikromerit.credential.definition.Supervision;
import org.mikromerit.credential.definition.Token;

/** Requests write a definition's controlled values as signed documents do: one vocabulary. */
@Singleton
class ControlledValues implements ObjectMapperCustomizer {

  @Override
  public void customize(ObjectMapper json) {
    var module = new SimpleModule("controlled-values");
    addToken(module, AssessmentType.class);
    addToken(module, BenefitType.class);
    addToken(module, LearningSetting.class);
    addToken(module, ParticipationMode.class);
    addToken(module, QualityAssuranceType.class);
    addToken(module, Supervision.class);
    add(module, LevelFramework.class, LevelFramework::label, LevelFramework::parse);
    json.registerModule(module);
  }

  private static <T extends Enum<T> & Token> void addToken(SimpleModule module, Class<T> type) {
    add(module, type, Token::token, text -> Token.parse(type, text));
  }

  private static <T> void add(
      SimpleModule module,
      Class<T> type,
      Function<T, String> write,
      Function<String, Optional<T>> read) {
    module.addSerializer(type, new Writer<>(type, write));
    module.addDeserializer(type, new Reader<>(type, read));
  }

  private static final class Writer<T> extends StdScalarSerializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<T, String> write;

    Writer(Class<T> type, Function<T, String> write) {
      super(type);
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(write.apply(value));
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, Optional<T>> read;

    Reader(Class<T> type, Function<String, Optional<T>> read) {
      super(type);
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      Optional<T> value =
          json.currentToken() == JsonToken.VALUE_STRING
              ? read.apply(json.getText())
              : Optional.empty();
      return value.orElseThrow(
          () -> MismatchedInputException.from(json, handledType(), "not one of the values"));
    }
  }
}
