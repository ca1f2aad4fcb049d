package org.mikromerit.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.DidKey;
import org.mikromerit.credential.jwt.CredentialJwt;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.credential.testing.Samples;
import org.mikromerit.credential.testing.World;

/** Keys in SoftHSM, which is to hardware modules what a simulator is to aeroplanes. */
@EnabledIf(value = "isInstalled", disabledReason = "skipped: SoftHSM is not on this machine")
class Pkcs11KeyTest {
  private static final byte[] MESSAGE = "meddelande".getBytes(StandardCharsets.UTF_8);
  private static final String PIN = "5678";

  @TempDir static Path folder;

  private static Pkcs11Key.Module module;

  static boolean isInstalled() {
    return library().isPresent();
  }

  private static Optional<Path> library() {
    return Stream.of(
            "/usr/lib/softhsm/libsofthsm2.so",
            "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
            "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so")
        .map(Path::of)
        .filter(Files::exists)
        .findFirst();
  }

  @BeforeAll
  static void moduleWithAKeyOfEachType() throws Exception {
    Path tokens = Files.createDirectory(folder.resolve("tokens"));
    Files.writeString(
        Path.of(System.getenv("SOFTHSM2_CONF")),
        "directories.tokendir = %s%nobjectstore.backend = file%nlog.level = ERROR%n"
            .formatted(tokens));
    run(
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "test",
        "--so-pin",
        "1234",
        "--pin",
        PIN);
    Path settings =
        Files.writeString(
            folder.resolve("pkcs11.cfg"),
            "name = maker%nlibrary = %s%nslotListIndex = 0%n".formatted(library().orElseThrow()));
    keyPair(settings, "school-p256", "EC", "-groupname", "secp256r1");
    keyPair(settings, "school-p384", "EC", "-groupname", "secp384r1");
    keyPair(settings, "school-rsa", "RSA", "-keysize", "2048");
    keyPair(settings, "school-rsa-short", "RSA", "-keysize", "1024");
    module = Pkcs11Key.Module.open(library().orElseThrow(), 0, PIN.toCharArray());
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384", "RSA"})
  void whatTheModuleSignsEveryLibraryVerifies(KeyType type) throws Exception {
    Pkcs11Key key = key(type);

    byte[] signature = key.sign(MESSAGE);

    assertThat(key.publicKey().type()).isEqualTo(type);
    assertThat(key.publicKey().verifies(MESSAGE, signature)).isTrue();
    for (SignatureLibrary library : SignatureLibrary.all()) {
      var publicKey =
          library.publicKey(type, RawKeys.x509(type, key.publicKey().raw()).orElseThrow());
      assertThat(library.verify(type, publicKey, MESSAGE, signature)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"P256", "P384"})
  @Tag("S3")
  void aCredentialThatTheModuleSignedVerifies(KeyType type) throws Exception {
    Pkcs11Key key = key(type);
    byte[] signed =
        DocumentSigner.standard()
            .sign(
                Samples.unsigned(DidKey.of(key.publicKey())),
                key,
                DidKey.verificationMethod(key.publicKey()),
                Samples.ISSUED);

    Verdict verdict = new World().verification().verify(signed, Samples.NOW);

    assertThat(verdict.findings())
        .filteredOn(finding -> finding.check() == CheckName.PROOF)
        .extracting(Finding::code)
        .containsExactly(FindingCode.PROOF_HOLDS);
  }

  @Test
  void aTokenThatTheModuleSignedWithRsaVerifies() throws Exception {
    Pkcs11Key key = key(KeyType.RSA);
    String token =
        CredentialJwt.sign(
            CredentialJwt.Form.OPEN_BADGES,
            Samples.unsigned(DidKey.of(key.publicKey())),
            key,
            DidKey.verificationMethod(key.publicKey()),
            Samples.ISSUED);

    Verdict verdict =
        new World().verification().verify(token.getBytes(StandardCharsets.US_ASCII), Samples.NOW);

    assertThat(verdict.findings()).extracting(Finding::code).contains(FindingCode.PROOF_HOLDS);
  }

  @Test
  void aKeyThatIsTooShortIsNone() throws Exception {
    assertThat(module.key("school-rsa-short")).isEmpty();
  }

  @Test
  void aKeyThatIsNotThereIsNone() throws Exception {
    assertThat(module.key("nobody")).isEmpty();
  }

  @Test
  void anotherMessageIsNotWhatWasSigned() throws Exception {
    Pkcs11Key key = key(KeyType.P256);

    assertThat(key.publicKey().verifies(new byte[] {1}, key.sign(MESSAGE))).isFalse();
  }

  @Test
  void aLibraryThatIsNoneOpensNothing() {
    assertThatExceptionOfType(Exception.class)
        .isThrownBy(() -> Pkcs11Key.Module.open(folder.resolve("none.so"), 0, PIN.toCharArray()));
  }

  private static Pkcs11Key key(KeyType type) throws GeneralSecurityException {
    return module.key("school-" + type.name().toLowerCase(Locale.ROOT)).orElseThrow();
  }

  private static void keyPair(Path settings, String alias, String algorithm, String... size)
      throws Exception {
    run(
        Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
        "-genkeypair",
        "-keystore",
        "NONE",
        "-storetype",
        "PKCS11",
        "-providerClass",
        "sun.security.pkcs11.SunPKCS11",
        "-providerArg",
        settings.toString(),
        "-storepass",
        PIN,
        "-alias",
        alias,
        "-keyalg",
        algorithm,
        size[0],
        size[1],
        "-dname",
        "CN=" + alias);
  }

  private static void run(String... command) throws Exception {
    Path said = folder.resolve("said.txt");
    Process process =
        new ProcessBuilder(List.of(command))
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(said)).isZero();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
