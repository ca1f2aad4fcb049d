package org.mikromerit.verification.foreign;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.junit.QuarkusMock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The internet, as far as tests have one: names that stand for addresses of the test's choice, and
 * one real https server on this machine to which every connection to any address leads. It counts
 * who comes. What is guarded before a connection is guarded as in production; only where the
 * connection then goes is another place.
 */
public final class HttpsCanary implements AutoCloseable {
  /** The names that the server's certificate is for. */
  public static final String HOST = "university.canary.se";

  public static final String OTHER_HOST = "lists.canary.se";
  public static final String PUBLIC = "93.184.215.14";

  private static final String PASSWORD = "canary";

  private final Vertx vertx = Vertx.vertx();
  private final Path keys;
  private final HttpsServer server;
  private final Map<String, Handler> pages = new ConcurrentHashMap<>();
  private final Map<String, List<String>> names = new ConcurrentHashMap<>();
  final List<String> lookedUp = new CopyOnWriteArrayList<>();
  final List<String> connected = new CopyOnWriteArrayList<>();
  final List<Visit> visits = new CopyOnWriteArrayList<>();

  /** What answers. */
  public interface Handler {
    void answer(HttpExchange exchange) throws IOException;
  }

  /** Somebody came. */
  record Visit(String path, String sni, Map<String, List<String>> headers) {}

  public HttpsCanary() {
    try {
      keys = Files.createTempDirectory("canary").resolve("keys.p12");
      makeKeys();
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context()));
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::receive);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    name(HOST, PUBLIC);
    name(OTHER_HOST, PUBLIC);
  }

  private void makeKeys() throws IOException {
    var keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "canary",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=canary",
                "-ext",
                "san=dns:" + HOST + ",dns:" + OTHER_HOST,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    try {
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IllegalStateException(
            new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private SSLContext context() throws IOException {
    try (InputStream file = Files.newInputStream(keys)) {
      var store = KeyStore.getInstance("PKCS12");
      store.load(file, PASSWORD.toCharArray());
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(store, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a name stands for: the first time, the second, and so on; then always the last. */
  public void name(String host, String... eachTime) {
    names.put(host, new ArrayList<>(List.of(eachTime)));
  }

  /** What the server answers, at each of its names. */
  public void page(String path, Handler handler) {
    pages.put(path, handler);
  }

  public void page(String path, String type, String body) {
    page(path, exchange -> answer(exchange, type, body.getBytes(StandardCharsets.UTF_8)));
  }

  public static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  public void redirect(String path, String location) {
    page(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
  }

  private void receive(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    var session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
    visits.add(
        new Visit(
            path,
            session.getRequestedServerNames().toString(),
            Map.copyOf(exchange.getRequestHeaders())));
    Handler page = pages.get(path);
    if (page == null) {
      exchange.sendResponseHeaders(404, -1);
      exchange.close();
    } else {
      page.answer(exchange);
    }
  }

  /** How often somebody asked for this. */
  public long visits(String path) {
    return visits.stream().filter(visit -> visit.path().equals(path)).count();
  }

  /** How often a connection was begun, to whatever address. */
  public int connections() {
    return connected.size();
  }

  SystemNames names() {
    return new SystemNames() {
      @Override
      public List<InetAddress> addresses(String host) throws UnknownHostException {
        lookedUp.add(host);
        List<String> known = names.getOrDefault(host, List.of());
        synchronized (known) {
          if (known.isEmpty()) {
            throw new UnknownHostException(host);
          }
          String now = known.size() == 1 ? known.getFirst() : known.removeFirst();
          var addresses = new ArrayList<InetAddress>();
          for (String address : now.split(" ", -1)) {
            addresses.add(InetAddress.ofLiteral(address));
          }
          return addresses;
        }
      }
    };
  }

  VertxWire wire() {
    var options =
        new HttpClientOptions()
            .setTrustOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    return new VertxWire(
        vertx,
        options,
        address -> {
          connected.add(address.hostAddress() + ":" + address.port());
          return SocketAddress.inetSocketAddress(server.getAddress().getPort(), "127.0.0.1");
        });
  }

  /** The running service's internet, until the test's end. */
  public void install() {
    QuarkusMock.installMockForType(names(), SystemNames.class);
    QuarkusMock.installMockForType(wire(), VertxWire.class);
  }

  @Override
  public void close() {
    server.stop(0);
    vertx.close();
  }
}
