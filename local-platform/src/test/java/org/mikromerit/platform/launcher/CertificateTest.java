package org.mikromerit.platform.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.process.Home;

class CertificateTest {
  @TempDir Path folder;

  @Test
  void whoTrustsItsAuthorityAndNobodyElseIsServedOverHttps() throws Exception {
    var certificate = new Certificate(new Home(folder));
    certificate.make();
    Map<String, String> environment = certificate.environment(8482);
    HttpsServer server = server(environment);
    try {
      var request =
          HttpRequest.newBuilder(
                  URI.create("https://localhost:" + server.getAddress().getPort() + "/"))
              .build();

      try (var trusting = HttpClient.newBuilder().sslContext(trusting(certificate)).build();
          var others = HttpClient.newHttpClient()) {
        assertThat(trusting.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
            .isEqualTo(204);
        assertThatThrownBy(() -> others.send(request, HttpResponse.BodyHandlers.ofString()))
            .isInstanceOf(SSLHandshakeException.class);
      }
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nobodyCanSignAsItsAuthorityAgain() throws Exception {
    var certificate = new Certificate(new Home(folder));
    certificate.make();
    certificate.make();

    assertThat(Collections.list(keyStore(certificate.environment(1)).aliases()))
        .containsExactly("localhost");
  }

  @Test
  void withoutOneNothingStarts() {
    var certificate = new Certificate(new Home(folder));

    assertThatThrownBy(() -> certificate.environment(8482))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("./mikromerit certificate");
  }

  private static HttpsServer server(Map<String, String> environment) throws Exception {
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(keyStore(environment), password(environment));
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    var server = HttpsServer.create(new InetSocketAddress("localhost", 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static KeyStore keyStore(Map<String, String> environment) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    Path file = Path.of(String.valueOf(environment.get("QUARKUS_TLS_KEY_STORE_P12_PATH")));
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password(environment));
    }
    return store;
  }

  private static char[] password(Map<String, String> environment) {
    return String.valueOf(environment.get("QUARKUS_TLS_KEY_STORE_P12_PASSWORD")).toCharArray();
  }

  private static SSLContext trusting(Certificate certificate) throws Exception {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    try (InputStream in = Files.newInputStream(certificate.authority())) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }
}
