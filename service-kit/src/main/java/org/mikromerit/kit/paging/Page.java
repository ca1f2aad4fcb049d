package org.mikromerit.kit.paging;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the cursor of the page after this one; null on the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Makes a page of what was fetched.
   *
   * @param fetched one item more than asked for, where there is one
   * @param cursor names an item so that the list can go on after it
   */
  public static <T> Page<T> of(List<T> fetched, PageRequest request, Function<T, String> cursor) {
    int limit = request.limit();
    if (fetched.size() <= limit) {
      return new Page<>(List.copyOf(fetched), null);
    }
    var items = List.copyOf(fetched.subList(0, limit));
    byte[] last = cursor.apply(items.getLast()).getBytes(StandardCharsets.UTF_8);
    return new Page<>(items, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
  }

  /** The same page of what is made of each item. */
  public <V> Page<V> map(Function<T, V> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  /** The page as an answer, with the next one as a link (RFC 8288). */
  public Response response(UriInfo uri) {
    var response = Response.ok(this);
    if (next != null) {
      var link = uri.getRequestUriBuilder().replaceQueryParam("after", next).build();
      // A path alone: a service behind a proxy does not know its public host.
      response.header(
          "Link", "<" + link.getRawPath() + "?" + link.getRawQuery() + ">; rel=\"next\"");
    }
    return response.build();
  }
}
