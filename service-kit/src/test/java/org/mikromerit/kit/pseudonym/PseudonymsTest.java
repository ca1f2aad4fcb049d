package org.mikromerit.kit.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
  private final Pseudonyms pseudonyms = new Pseudonyms(Optional.of(key((byte) 1)));

  @Test
  void everyoneWithTheKeyGetsTheSameReference() throws Exception {
    var other = new Pseudonyms(Optional.of(key((byte) 1)));
    var identifier = PersonIdentifier.parse("email", "asa@example.org");

    assertThat(other.learnerRef(identifier, "a")).isEqualTo(pseudonyms.learnerRef(identifier, "b"));
  }

  @Test
  void withAnotherKeyItIsAnotherReference() throws Exception {
    var other = new Pseudonyms(Optional.of(key((byte) 2)));
    var identifier = PersonIdentifier.parse("email", "asa@example.org");

    assertThat(other.learnerRef(identifier)).isNotEqualTo(pseudonyms.learnerRef(identifier));
  }

  @Test
  void twoInstitutionsWithOneNumberMeanTwoPeople() throws Exception {
    var identifier = PersonIdentifier.parse("institution-id", "4711");

    assertThat(pseudonyms.learnerRef(identifier, "a"))
        .isNotEqualTo(pseudonyms.learnerRef(identifier, "b"));
  }

  @Test
  void aReferenceNamesItsKeysVersionAndNothingOfThePerson() throws Exception {
    var identifier = PersonIdentifier.parse("email", "asa@example.org");

    assertThat(pseudonyms.learnerRef(identifier)).matches("1\\.[A-Za-z0-9_-]{43}");
  }

  @Test
  void anAccountsReferenceIsTheSameInEveryServiceAndIsNotTheAccount() {
    String subject = "0190a000-0000-7000-8000-000000000105";

    assertThat(Pseudonyms.accountRef(subject))
        .isEqualTo(Pseudonyms.accountRef(subject))
        .isNotEqualTo(Pseudonyms.accountRef("0190a000-0000-7000-8000-000000000107"))
        .matches("a\\.[A-Za-z0-9_-]{43}")
        .doesNotContain(subject);
  }

  @Test
  void aKeyOfAnotherLengthIsRefusedAtStart() {
    var tooShort = Optional.of(Base64.getEncoder().encodeToString(new byte[16]));

    assertThatThrownBy(() -> new Pseudonyms(tooShort)).isInstanceOf(IllegalArgumentException.class);
  }

  private static String key(byte fill) {
    byte[] bytes = new byte[32];
    java.util.Arrays.fill(bytes, fill);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
