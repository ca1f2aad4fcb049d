package org.mikromerit.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Makes answers of objects, as JSON. */
@ApplicationScoped
public class Answers {
  private final ObjectMapper json;

  Answers(ObjectMapper json) {
    this.json = json;
  }

  public Answer json(int status, @Nullable String location, Object body) {
    try {
      return new Answer(status, "application/json", location, json.writeValueAsBytes(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An answer is made of plain values", e);
    }
  }
}
