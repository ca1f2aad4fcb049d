package org.mikromerit.kit.idempotency;

import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An answer in the exact bytes that go out, so that it can be given again. */
// Never compared: the bytes are what is meant, not an object to equal.
@SuppressWarnings("ArrayRecordComponent")
public record Answer(int status, String contentType, @Nullable String location, byte[] body) {

  public Response response() {
    var response = Response.status(status).type(contentType).entity(body);
    if (location != null) {
      // As it is: Response.location would make it absolute under a host that we may not know.
      response.header("Location", location);
    }
    return response.build();
  }
}
