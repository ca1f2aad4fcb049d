package org.mikromerit.kit.problem;

import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A failure told to a caller (RFC 9457): what went wrong, where, and what to do. Immutable; nothing
 * in it comes from an exception's message.
 */
public final class Problem {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Where the types live; each is a stable name, documented in docs/reference/problems.md. */
  public static final String TYPES = "https://mikromerit.org/problems/";

  private final int status;
  private final Map<String, Object> members;
  private final Map<String, String> headers;

  private Problem(int status, Map<String, Object> members, Map<String, String> headers) {
    this.status = status;
    this.members = members;
    this.headers = headers;
  }

  /**
   * A new occurrence of a problem.
   *
   * @param status of HTTP, 400 to 599
   * @param slug the last part of the type: lower case, stable for ever
   * @param title the same words for every problem of the type
   * @param detail this occurrence, and what to do about it
   */
  public static Problem of(int status, String slug, String title, String detail) {
    var members = new LinkedHashMap<String, Object>();
    members.put("type", TYPES + slug);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("instance", "urn:uuid:" + UUID.randomUUID());
    return new Problem(status, members, Map.of());
  }

  /** The same problem with one more member. */
  public Problem with(String member, Object value) {
    var more = new LinkedHashMap<>(members);
    more.put(member, value);
    return new Problem(status, more, headers);
  }

  /**
   * The same problem, pointing to the part of the request that it is about (a JSON pointer, or a
   * parameter's name).
   */
  public Problem field(String pointer) {
    return with("field", pointer);
  }

  /** The same problem, with the seconds after which another try makes sense. */
  public Problem retryAfter(int seconds) {
    return header("Retry-After", Integer.toString(seconds));
  }

  /** The same problem, answered with one more header. */
  public Problem header(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Problem(status, members, more);
  }

  public int status() {
    return status;
  }

  /** Names this occurrence, here and in the log. */
  public String instance() {
    return String.valueOf(members.get("instance"));
  }

  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public Map<String, Object> members() {
    return Map.copyOf(members);
  }

  public Response response() {
    var response = Response.status(status).type(MEDIA_TYPE).entity(members);
    headers.forEach(response::header);
    return response.build();
  }
}
