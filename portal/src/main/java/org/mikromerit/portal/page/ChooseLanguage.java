package org.mikromerit.portal.page;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The language of a page: what was chosen last ({@code ?language=en} on any page is kept in a
 * cookie), else what the browser asks for, else Swedish.
 */
@Provider
@PreMatching
@Priority(100)
public class ChooseLanguage implements ContainerRequestFilter {
  static final String NAME = "language";
  private static final int A_YEAR = 365 * 24 * 60 * 60;

  @Inject Visitor visitor;
  @Inject PublicAddress address;

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    Optional<Language> chosen =
        Optional.ofNullable(uri.getQueryParameters().getFirst(NAME)).flatMap(Language::of);
    visitor.arrives(
        chosen.or(() -> kept(request)).orElseGet(() -> wanted(request)),
        uri.getPath(),
        withoutLanguage(uri.getRequestUri().getRawQuery()));
    if (chosen.isPresent() && request.getMethod().equals("GET")) {
      request.abortWith(
          Response.seeOther(uri.getRequestUriBuilder().replaceQueryParam(NAME).build())
              .cookie(
                  new NewCookie.Builder(NAME)
                      .value(chosen.get().tag())
                      .path("/")
                      .maxAge(A_YEAR)
                      .httpOnly(true)
                      .secure(address.isHttps(uri))
                      .sameSite(NewCookie.SameSite.LAX)
                      .build())
              .build());
    }
  }

  private static String withoutLanguage(@Nullable String query) {
    return query == null
        ? ""
        : Stream.of(query.split("&", -1))
            .filter(each -> !each.startsWith(NAME + "="))
            .collect(Collectors.joining("&"));
  }

  private static Optional<Language> kept(ContainerRequestContext request) {
    return Optional.ofNullable(request.getCookies().get(NAME))
        .map(Cookie::getValue)
        .flatMap(Language::of);
  }

  private static Language wanted(ContainerRequestContext request) {
    return Language.firstOf(request.getAcceptableLanguages());
  }
}
