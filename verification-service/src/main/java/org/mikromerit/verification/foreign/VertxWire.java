package org.mikromerit.verification.foreign;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 by Vert.x, which Quarkus brings: it connects to a given machine and still speaks and
 * checks the certificate under the address's name, follows nothing, keeps nothing and sends nothing
 * of its own.
 */
@ApplicationScoped
class VertxWire implements Wire {
  private static final String USER_AGENT = "Mikromerit-verification/1";
  private static final int OK = 200;
  private static final int LONGEST_HEADERS = 16 * 1024;

  private final HttpClient client;
  private final UnaryOperator<SocketAddress> route;

  @Inject
  VertxWire(Vertx vertx) {
    this(vertx, new HttpClientOptions(), UnaryOperator.identity());
  }

  /**
   * For tests, which have no machine on the internet.
   *
   * @param options to begin with
   * @param route where a connection goes that is meant for an address
   */
  VertxWire(Vertx vertx, HttpClientOptions options, UnaryOperator<SocketAddress> route) {
    this.client =
        vertx.createHttpClient(
            options
                .setSsl(true)
                .setVerifyHost(true)
                .setForceSni(true)
                .setUseAlpn(false)
                .setKeepAlive(false)
                .setMaxPoolSize(1_000)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
    this.route = route;
  }

  @PreDestroy
  void close() {
    client.close();
  }

  @Override
  public Answer get(
      ForeignUrl url, InetAddress machine, String accept, Duration within, int mostBytes)
      throws IOException {
    var exchange = new Exchange(mostBytes);
    client
        .request(options(url, machine, within))
        .onComplete(
            made -> {
              if (made.succeeded()) {
                exchange.send(made.result(), accept);
              } else {
                exchange.fail(made.cause());
              }
            });
    return exchange.await(within);
  }

  private RequestOptions options(ForeignUrl url, InetAddress machine, Duration within) {
    // In figures, so that the name is not looked up a second time to be told something else.
    var there = SocketAddress.inetSocketAddress(url.port(), machine.getHostAddress());
    return new RequestOptions()
        .setServer(route.apply(there))
        .setHost(url.host())
        .setPort(url.port())
        .setSsl(true)
        .setMethod(HttpMethod.GET)
        .setURI(url.target())
        .setConnectTimeout(Math.max(1, within.toMillis()))
        .setFollowRedirects(false);
  }

  /** One request under way; whatever happens to it first is its answer. */
  private static final class Exchange {
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private final int mostBytes;
    private final Buffer body = Buffer.buffer();
    private @Nullable HttpConnection connection;
    private boolean over;

    Exchange(int mostBytes) {
      this.mostBytes = mostBytes;
    }

    synchronized void send(HttpClientRequest request, String accept) {
      connection = request.connection();
      if (over) {
        close();
        return;
      }
      request
          .exceptionHandler(this::fail)
          .putHeader("User-Agent", USER_AGENT)
          .putHeader("Accept", accept)
          .putHeader("Accept-Encoding", "identity")
          .send()
          .onFailure(this::fail)
          .onSuccess(this::receive);
    }

    private void receive(HttpClientResponse response) {
      response.exceptionHandler(this::fail);
      if (response.statusCode() != OK) {
        answer.complete(answer(response));
        return;
      }
      response.handler(
          piece -> {
            if (body.length() + piece.length() > mostBytes) {
              fail(new IOException("more than " + mostBytes + " bytes"));
            } else if (!answer.isDone()) {
              body.appendBuffer(piece);
            }
          });
      response.endHandler(_ -> answer.complete(answer(response)));
    }

    private Answer answer(HttpClientResponse response) {
      String type = Optional.ofNullable(response.getHeader("Content-Type")).orElse("");
      String encoding =
          Optional.ofNullable(response.getHeader("Content-Encoding")).orElse("identity");
      return new Answer(
          response.statusCode(),
          Optional.ofNullable(response.getHeader("Location")),
          type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
          !encoding.equalsIgnoreCase("identity"),
          body);
    }

    void fail(Throwable cause) {
      answer.completeExceptionally(cause);
    }

    Answer await(Duration within) throws IOException {
      try {
        return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        answer.completeExceptionally(e);
        throw new IOException("not within " + within, e);
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      } finally {
        close();
      }
    }

    /** Also a connection that comes after nobody waits any more. */
    private synchronized void close() {
      over = true;
      if (connection != null) {
        connection.close();
      }
    }
  }
}
