package org.mikromerit.platform.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mikromerit.platform.PlatformException;
import org.mikromerit.platform.Secrets;
import org.mikromerit.platform.process.Home;
import org.mikromerit.platform.process.Tools;

/**
 * A certificate for localhost, by an authority of this state folder alone: for who wants to try
 * what works over https only, such as did:web.
 */
final class Certificate {
  private static final String VALID_DAYS = "365";

  private final Home home;
  private final String password;

  Certificate(Home home) {
    this.home = home;
    this.password = new Secrets(home).password("certificate");
  }

  /** The certificate and its key (PKCS #12), for the services. */
  Path keyStore() {
    return home.folder("certificate").resolve("localhost.p12");
  }

  /** Who vouches for it, for programs that are to trust it. */
  Path authority() {
    return home.folder("certificate").resolve("ca.pem");
  }

  /** Makes one in place of any that was there. */
  void make() {
    try {
      Files.deleteIfExists(keyStore());
      Files.deleteIfExists(authority());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-dname",
        "CN=Mikromerit on this machine",
        "-ext",
        "bc:c",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        VALID_DAYS);
    keytool(
        "-genkeypair",
        "-alias",
        "localhost",
        "-dname",
        "CN=localhost",
        "-signer",
        "ca",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-ext",
        "eku=serverAuth",
        "-keyalg",
        "EC",
        "-groupname",
        "secp256r1",
        "-validity",
        VALID_DAYS);
    keytool("-exportcert", "-alias", "ca", "-rfc", "-file", authority().toString());
    // Whoever comes to trust this authority need not fear for other names: nobody signs as it
    // again.
    keytool("-delete", "-alias", "ca");
  }

  /** What a service needs to serve https beside http. */
  Map<String, String> environment(int port) {
    if (!Files.exists(keyStore())) {
      throw new PlatformException(
          "MIKROMERIT_HTTPS is on and there is no certificate: ./mikromerit certificate makes one.");
    }
    return Map.of(
        "QUARKUS_HTTP_SSL_PORT", Integer.toString(port),
        "QUARKUS_TLS_KEY_STORE_P12_PATH", keyStore().toString(),
        "QUARKUS_TLS_KEY_STORE_P12_PASSWORD", password);
  }

  private void keytool(String... arguments) {
    var command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(
        List.of(
            "-keystore", keyStore().toString(), "-storetype", "PKCS12", "-storepass:env", "STORE"));
    var _ = Tools.run(command, Map.of("STORE", password));
  }
}
