package org.mikromerit.testkit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to one server, written out plainly. */
public final class Http {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String base;

  /**
   * Speaks to one server.
   *
   * @param base such as {@code http://localhost:8081}
   */
  public Http(String base) {
    this.base = base;
  }

  /** What came back. */
  public record Reply(int status, Map<String, String> headers, String body) {
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }

    /** A header's first value, or nothing at all. */
    public String header(String name) {
      return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), "");
    }
  }

  /** One request under way to being sent. */
  public final class Call {
    private final String method;
    private final String path;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte @Nullable [] body;

    private Call(String method, String path) {
      this.method = method;
      this.path = path;
    }

    public Call bearer(@Nullable String token) {
      if (token != null) {
        headers.put("Authorization", "Bearer " + token);
      }
      return this;
    }

    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    public Call json(String text) {
      return body("application/json", text.getBytes(StandardCharsets.UTF_8));
    }

    public Call body(String contentType, byte[] bytes) {
      headers.put("Content-Type", contentType);
      body = bytes;
      return this;
    }

    public Reply send() {
      HttpResponse<byte[]> response = exchange();
      var received = new LinkedHashMap<String, String>();
      response.headers().map().forEach((name, values) -> received.put(name, values.getFirst()));
      return new Reply(
          response.statusCode(), received, new String(response.body(), StandardCharsets.UTF_8));
    }

    /** What came back where it is no text; fails unless it was a 200. */
    public byte[] bytes() {
      HttpResponse<byte[]> response = exchange();
      if (response.statusCode() != 200) {
        throw new AssertionError(
            response.statusCode() + ": " + new String(response.body(), StandardCharsets.UTF_8));
      }
      return response.body();
    }

    private HttpResponse<byte[]> exchange() {
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      try {
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      } catch (IOException e) {
        throw new UncheckedIOException(method + " " + path, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  public Call get(String path) {
    return new Call("GET", path);
  }

  public Call post(String path) {
    return new Call("POST", path);
  }

  public Call put(String path) {
    return new Call("PUT", path);
  }

  public Call request(String method, String path) {
    return new Call(method, path);
  }
}
