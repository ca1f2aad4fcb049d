package org.mikromerit.kit.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;

/** Refuses a body beyond the bound, by what it declares or else by what comes. */
@Provider
public class BoundedBody implements ContainerRequestFilter, ReaderInterceptor {
  private final long usual;
  private final Config settings;
  private final ResourceInfo resource;

  BoundedBody(
      @ConfigProperty(name = "mikromerit.http.max-body") long usual,
      Config settings,
      ResourceInfo resource) {
    this.usual = usual;
    this.settings = settings;
    this.resource = resource;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    long most = most();
    if (request.getLength() > most) {
      throw new ProblemException(Problems.tooLarge(most));
    }
    String encoding = request.getHeaderString("Content-Encoding");
    if (encoding != null && !encoding.equals("identity")) {
      // A compressed body would have to be bounded twice; nobody needs one.
      throw new ProblemException(Problems.unsupportedMediaType());
    }
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    context.setInputStream(new Bounded(context.getInputStream(), most()));
    return context.proceed();
  }

  private long most() {
    var large = resource.getResourceMethod().getAnnotation(LargeBody.class);
    return large == null ? usual : settings.getValue(large.value(), Long.class);
  }

  private static final class Bounded extends FilterInputStream {
    private final long most;
    private long read;

    Bounded(InputStream in, long most) {
      super(in);
      this.most = most;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) {
      read += more;
      if (read > most) {
        throw new ProblemException(Problems.tooLarge(most));
      }
    }
  }
}
