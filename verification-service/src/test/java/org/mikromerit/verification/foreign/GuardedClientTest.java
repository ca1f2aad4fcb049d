package org.mikromerit.verification.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mikromerit.verification.foreign.Fetched.Document;
import org.mikromerit.verification.foreign.Fetched.Failed;
import org.mikromerit.verification.foreign.Fetched.Reason;
import org.mikromerit.verification.foreign.GuardedClient.Wanted;

/** What leaves, and above all what does not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("S1")
class GuardedClientTest {
  private static final Wanted JSON = new Wanted(Set.of("application/json"), true);
  private static final Wanted FROM_THE_HOST_ITSELF = new Wanted(Set.of("application/json"), false);
  private static final String SITE = "https://" + HttpsCanary.HOST;
  private static final TestConfig IMPATIENT = new TestConfig(true, Duration.ofMillis(700), 16, 4);

  private final HttpsCanary canary = new HttpsCanary();
  private final VertxWire wire = canary.wire();
  private final GuardedClient client = client(TestConfig.USUAL);

  private GuardedClient client(TestConfig config) {
    return new GuardedClient(config, canary.names(), wire);
  }

  @BeforeAll
  void pages() {
    canary.page("/a.json", "application/json; charset=utf-8", "{\"a\":1}");
  }

  @BeforeEach
  void forget() {
    canary.lookedUp.clear();
    canary.connected.clear();
    canary.visits.clear();
  }

  @AfterAll
  void close() {
    canary.close();
  }

  @Test
  void aDocumentIsAskedForUnderItsOwnNameAndNothingElseIsTold() {
    Fetched fetched = client.get(URI.create(SITE + "/a.json"), JSON);

    assertThat(fetched)
        .isInstanceOfSatisfying(
            Document.class, it -> assertThat(it.content().toString()).isEqualTo("{\"a\":1}"));
    assertThat(canary.connected).containsExactly(HttpsCanary.PUBLIC + ":443");
    HttpsCanary.Visit visit = canary.visits.getFirst();
    assertThat(visit.sni()).contains(HttpsCanary.HOST);
    assertThat(visit.headers().get("Host")).containsExactly(HttpsCanary.HOST);
    assertThat(visit.headers().get("User-agent")).containsExactly("Mikromerit-verification/1");
    assertThat(visit.headers().get("Accept-encoding")).containsExactly("identity");
    assertThat(visit.headers().keySet())
        .isSubsetOf("Host", "User-agent", "Accept", "Accept-encoding", "Connection");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://university.canary.se/a.json",
        "https://university.canary.se:8443/a.json",
        "https://university.canary.se:80/a.json",
        "ftp://university.canary.se/a.json",
        "file:///etc/passwd",
        "data:application/json,1",
        "https:///a.json",
        "https:a.json",
        "a.json",
        "https://user@university.canary.se/a.json",
        "https://user:secret@university.canary.se/a.json",
        "https://university.canary.se/a.json#f",
        "https://university.canary.se./a.json",
        "https://localhost/a.json",
        "https://registry/a.json",
        "https://registry.local/a.json",
        "https://metadata.google.internal/computeMetadata/v1/",
        "https://kubernetes.default.svc.cluster.local/",
        "https://127.0.0.1/a.json",
        "https://127.1/a.json",
        "https://2130706433/a.json",
        "https://0177.0.0.1/a.json",
        "https://0x7f.0x0.0x0.0x1/a.json",
        "https://0x7f000001/a.json",
        "https://0/a.json",
        "https://169.254.169.254/latest/meta-data",
        "https://2852039166/latest/meta-data",
        "https://10.0.0.1/a.json",
        "https://93.184.215.14/a.json",
        "https://[::1]/a.json",
        "https://[::]/a.json",
        "https://[::ffff:127.0.0.1]/a.json",
        "https://[::ffff:7f00:1]/a.json",
        "https://[64:ff9b::7f00:1]/a.json",
        "https://[fd00:ec2::254]/latest",
        "https://[fe80::1]/a.json",
        "https://[2606:2800:21f::1]/a.json"
      })
  void anAddressOfAnotherKindIsNotEvenLookedUp(String address) {
    Fetched fetched = client.get(URI.create(address), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.NOT_ALLOWED));
    assertThat(canary.lookedUp).isEmpty();
    assertThat(canary.connected).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "100.127.255.255",
        "169.254.169.254",
        "168.63.129.16",
        "192.0.0.192",
        "192.0.2.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2001:0:7f00:1::1",
        "2001:db8::1",
        "::7f00:1",
        "fec0::1",
        "100::1"
      })
  void aNameThatLeadsInwardsIsNotFollowed(String address) {
    canary.name("inwards.canary.se", address);

    Fetched fetched = client.get(URI.create("https://inwards.canary.se/a.json"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
    assertThat(canary.connected).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "93.184.215.14", "2606:2800:21f:cb07::1", "2a00:1450::1"})
  void anAddressOfSomebodyOnTheInternetIsPublic(String address) {
    assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void aNameThatLeadsInwardsTooIsNotFollowedAtAll() {
    canary.name("both.canary.se", HttpsCanary.PUBLIC + " 10.0.0.1");

    Fetched fetched = client.get(URI.create("https://both.canary.se/a.json"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
    assertThat(canary.connected).isEmpty();
  }

  @Test
  void aNameIsLookedUpOnceAndTheConnectionGoesThere() {
    canary.name(HttpsCanary.OTHER_HOST, HttpsCanary.PUBLIC, "127.0.0.1");

    Fetched first = client.get(URI.create("https://" + HttpsCanary.OTHER_HOST + "/a.json"), JSON);
    Fetched second = client.get(URI.create("https://" + HttpsCanary.OTHER_HOST + "/a.json"), JSON);

    assertThat(first).isInstanceOf(Document.class);
    assertThat(second).isEqualTo(new Failed(Reason.UNREACHABLE));
    assertThat(canary.lookedUp).hasSize(2);
    assertThat(canary.connected).containsExactly(HttpsCanary.PUBLIC + ":443");
    canary.name(HttpsCanary.OTHER_HOST, HttpsCanary.PUBLIC);
  }

  @Test
  void aCertificateOfAnotherNameIsNone() {
    canary.name("other.canary.org", HttpsCanary.PUBLIC);

    Fetched fetched = client.get(URI.create("https://other.canary.org/a.json"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
    assertThat(canary.visits).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://169.254.169.254/latest/meta-data",
        "http://university.canary.se/a.json",
        "https://university.canary.se:8081/a.json",
        "https://localhost/a.json",
        "https://redirected-inwards.canary.se/a.json",
        "//[::1]/a.json",
        "file:///etc/passwd",
        "https://user@university.canary.se/a.json",
        "https://university.canary.se/å.json"
      })
  void aRedirectIsGuardedLikeTheFirstAddress(String location) {
    canary.name("redirected-inwards.canary.se", "192.168.0.1");
    canary.redirect("/away", location);

    Fetched fetched = client.get(URI.create(SITE + "/away"), JSON);

    assertThat(fetched).isInstanceOf(Failed.class);
    assertThat(canary.connected).hasSize(1);
    assertThat(canary.visits).hasSize(1);
  }

  @Test
  void twoRedirectsAreFollowedAndNoThird() {
    canary.redirect("/3", "/2");
    canary.redirect("/2", "/1");
    canary.redirect("/1", "https://" + HttpsCanary.OTHER_HOST + "/a.json");

    Fetched two = client.get(URI.create(SITE + "/2"), JSON);
    Fetched three = client.get(URI.create(SITE + "/3"), JSON);

    assertThat(two).isInstanceOf(Document.class);
    assertThat(three).isEqualTo(new Failed(Reason.UNUSABLE));
  }

  @Test
  void whereTheHostIsTheWitnessNoOtherAnswersForIt() {
    canary.redirect("/1", "https://" + HttpsCanary.OTHER_HOST + "/a.json");

    Fetched fetched = client.get(URI.create(SITE + "/1"), FROM_THE_HOST_ITSELF);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNUSABLE));
    assertThat(canary.visits).hasSize(1);
  }

  @Test
  void aBodyThatNeverEndsIsBrokenOff() {
    var over = new CountDownLatch(1);
    canary.page(
        "/slow",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          try {
            while (true) {
              exchange.getResponseBody().write(' ');
              exchange.getResponseBody().flush();
              Thread.sleep(50);
            }
          } catch (IOException | InterruptedException _) {
            over.countDown();
          }
        });

    Fetched fetched = client(IMPATIENT).get(URI.create(SITE + "/slow"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
    assertThat(awaits(over)).as("the connection was closed").isTrue();
  }

  @Test
  void aLookUpThatNeverEndsIsNotWaitedFor() {
    var never = new CountDownLatch(1);
    Names slow =
        _ -> {
          awaits(never);
          return List.of();
        };

    Fetched fetched =
        new GuardedClient(IMPATIENT, slow, wire).get(URI.create(SITE + "/a.json"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
    never.countDown();
  }

  @Test
  void lookUpsThatNeverEndLeaveNoMoreThreadsBehindThanAreAllowed() {
    var never = new CountDownLatch(1);
    Names slow =
        _ -> {
          awaits(never);
          return List.of();
        };
    var one = new GuardedClient(new TestConfig(true, Duration.ofMillis(300), 1, 1), slow, wire);
    one.get(URI.create(SITE + "/a.json"), JSON);

    Fetched fetched = one.get(URI.create(SITE + "/a.json"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.BUSY));
    never.countDown();
  }

  @ParameterizedTest
  @ValueSource(longs = {100_001, 0})
  void whatIsTooLargeIsNotTaken(long declared) {
    canary.page(
        "/large",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, declared);
          exchange.getResponseBody().write(new byte[100_001]);
          exchange.close();
        });

    Fetched fetched = client.get(URI.create(SITE + "/large"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNREACHABLE));
  }

  @Test
  void whatIsCompressedIsNotUnpacked() {
    canary.page(
        "/gzip",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Encoding", "gzip");
          HttpsCanary.answer(exchange, "application/json", new byte[] {31, -117, 8, 0});
        });

    Fetched fetched = client.get(URI.create(SITE + "/gzip"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNUSABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/plain", "application/octet-stream", ""})
  void anotherTypeOfDocumentIsNotTaken(String type) {
    canary.page("/typed", type, "{}");

    Fetched fetched = client.get(URI.create(SITE + "/typed"), JSON);

    assertThat(fetched).isEqualTo(new Failed(Reason.UNUSABLE));
  }

  @Test
  void whatIsNotThereIsNotThere() {
    assertThat(client.get(URI.create(SITE + "/nothing"), JSON))
        .isEqualTo(new Failed(Reason.UNUSABLE));
  }

  @Test
  void aSlowHostLeavesRoomForOthers() throws Exception {
    var release = new CountDownLatch(1);
    var came = new CountDownLatch(1);
    canary.page(
        "/held",
        exchange -> {
          came.countDown();
          awaits(release);
          HttpsCanary.answer(exchange, "application/json", new byte[] {'1'});
        });
    var narrow = client(new TestConfig(true, Duration.ofSeconds(30), 2, 1));
    Thread held = Thread.ofVirtual().start(() -> narrow.get(URI.create(SITE + "/held"), JSON));
    awaits(came);

    Fetched same = narrow.get(URI.create(SITE + "/a.json"), JSON);
    Fetched other = narrow.get(URI.create("https://" + HttpsCanary.OTHER_HOST + "/a.json"), JSON);

    assertThat(same).isEqualTo(new Failed(Reason.BUSY));
    assertThat(other).isInstanceOf(Document.class);
    release.countDown();
    held.join();
    assertThat(narrow.get(URI.create(SITE + "/a.json"), JSON)).isInstanceOf(Document.class);
  }

  @Test
  void switchedOffNothingLeaves() {
    var off = client(new TestConfig(false, Duration.ofSeconds(30), 16, 4));

    assertThat(off.get(URI.create(SITE + "/a.json"), JSON))
        .isEqualTo(new Failed(Reason.SWITCHED_OFF));
    assertThat(canary.lookedUp).isEmpty();
  }

  private static boolean awaits(CountDownLatch latch) {
    try {
      return latch.await(60, java.util.concurrent.TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
