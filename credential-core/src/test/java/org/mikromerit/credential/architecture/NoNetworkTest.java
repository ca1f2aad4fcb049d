package org.mikromerit.credential.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mikromerit.credential.check.Verification;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** The core never goes out: it has no code for it, and no document makes a library of it do so. */
@Tag("S1")
class NoNetworkTest {

  private static final List<String> WAYS_OUT =
      List.of(
          "java/net/http/",
          "java/net/Socket",
          "java/net/URL;",
          "java/net/URLConnection",
          "java/net/HttpURLConnection",
          "java/net/InetAddress",
          "java/nio/channels/SocketChannel",
          "com/apicatalog/jsonld/http/",
          "com/apicatalog/jsonld/loader/SchemeRouter",
          "com/apicatalog/jsonld/loader/HttpLoader");

  @ParameterizedTest
  @MethodSource("classes")
  void noClassNamesAWayOut(Path file) throws IOException {
    String constants = Files.readString(file, StandardCharsets.ISO_8859_1);

    assertThat(WAYS_OUT).noneMatch(constants::contains);
  }

  @Test
  void noAddressInADocumentIsVisited() throws Exception {
    try (ServerSocket canary = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      String url = "http://127.0.0.1:" + canary.getLocalPort() + "/";

      Verification verification = new World().verification();
      for (JsonObject document : pointingTo(url)) {
        verification.verify(document, Samples.NOW);
      }

      canary.setSoTimeout(200);
      assertThat(visits(canary)).isZero();
    }
  }

  private static List<JsonObject> pointingTo(String url) {
    JsonObject sound = Samples.unsigned();
    JsonArrayBuilder contexts =
        JsonTree.array().add("https://www.w3.org/ns/credentials/v2").add(url);
    return List.of(
        JsonTree.object(sound).add("@context", url).build(),
        JsonTree.object(sound).add("@context", contexts).build(),
        JsonTree.object(sound)
            .add("@context", JsonTree.object().add("@import", url).add("@version", 1.1))
            .build(),
        JsonTree.object(sound)
            .add("credentialSubject", JsonTree.object().add("@context", url))
            .build(),
        JsonTree.object(sound).add("issuer", url).build(),
        JsonTree.object(sound).add("id", url).build(),
        JsonTree.object(sound)
            .add(
                "credentialStatus",
                JsonTree.object(sound.getJsonObject("credentialStatus"))
                    .add("statusListCredential", url))
            .build(),
        JsonTree.object(sound)
            .add("credentialSchema", JsonTree.object().add("id", url).add("type", "JsonSchema"))
            .build(),
        JsonTree.object(sound)
            .add(
                "proof",
                JsonTree.object()
                    .add("type", "DataIntegrityProof")
                    .add("cryptosuite", "eddsa-rdfc-2022")
                    .add("created", "2026-03-02T09:30:15Z")
                    .add("proofPurpose", "assertionMethod")
                    .add("verificationMethod", url + "#key")
                    .add("proofValue", "z1"))
            .build());
  }

  private static int visits(ServerSocket canary) throws IOException {
    try {
      canary.accept().close();
      return 1;
    } catch (SocketTimeoutException _) {
      return 0;
    }
  }

  static Stream<Path> classes() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
      return files.filter(file -> file.toString().endsWith(".class")).toList().stream();
    }
  }
}
