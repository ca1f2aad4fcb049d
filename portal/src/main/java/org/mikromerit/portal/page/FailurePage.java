package org.mikromerit.portal.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The page that says why there is none. */
public final class FailurePage {
  private FailurePage() {}

  @CheckedTemplate(basePath = "page")
  static class Templates {
    private Templates() {}

    static native TemplateInstance failure(Failure failure);
  }

  public static Response of(Failure failure) {
    return Response.status(failure.status())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
        .entity(Templates.failure(failure))
        .build();
  }
}
