package org.mikromerit.journeys.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.mikromerit.platform.launcher.Port;

/** Requests to the verifier, honest ones and others. */
final class Verdicts {
  private static final String AS_CREDENTIAL = "Content-Type: application/vc\r\n";
  private static final int LARGEST = 250_000;

  private Verdicts() {}

  static byte[] of(String document) {
    return request(document.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] request(byte[] body) {
    return Line.request("POST", "/verify", AS_CREDENTIAL, body);
  }

  /** Verdicts on these documents in turn. */
  static Load honest(Bench bench, List<String> documents) {
    List<byte[]> requests = documents.stream().map(Verdicts::of).toList();
    return new Load(
        bench.port(Port.VERIFICATION), number -> requests.get((int) (number % requests.size())));
  }

  /** As large, as deep or as nearly right as a request can be. */
  static Load hostile(Bench bench, String document) {
    byte[] noise = new byte[LARGEST];
    Arrays.fill(noise, (byte) '#');
    List<byte[]> requests =
        List.of(
            request(noise),
            of("[".repeat(LARGEST)),
            of("{\"a\":".repeat(LARGEST / 5)),
            of("{\"a\":[" + "{},".repeat(LARGEST / 4) + "{}]}"),
            of("{\"@context\":[" + "\"https://example.org/\",".repeat(LARGEST / 25) + "\"a\"]}"),
            of(document.replaceFirst("\"proofValue\" *: *\"z.", "\"proofValue\":\"z1")),
            of(document.replaceFirst("\\{", "{\"more\":\"" + "å".repeat(LARGEST / 3) + "\",")),
            of(document.replace("Öberg", "Ö".repeat(1_000))));
    return new Load(
        bench.port(Port.VERIFICATION), number -> requests.get((int) (number % requests.size())));
  }
}
