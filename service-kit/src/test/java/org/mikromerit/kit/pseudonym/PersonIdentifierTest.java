package org.mikromerit.kit.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier;

class PersonIdentifierTest {

  @ParameterizedTest
  @CsvSource({
    "email, Åsa@Example.org, '  åsa@example.ORG '",
    "national-number, 19811218-9876, 198112189876",
    "institution-id, Ångström, Ångström",
  })
  void twoSpellingsOfOneIdentifierAreOne(String type, String one, String other) throws Exception {
    PersonIdentifier first = PersonIdentifier.parse(type, one);

    PersonIdentifier second = PersonIdentifier.parse(type, other);

    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({
    "email, nobody",
    "email, two@at@signs",
    "email, ''",
    "national-number, 19811218-9875",
    "national-number, 811218-9876",
    "national-number, abcdefghijkl",
    "institution-id, ''",
    "passport, 12345",
  })
  void whatCannotBeOneIsRefusedAndNotRepeated(String type, String value) {
    assertThatThrownBy(() -> PersonIdentifier.parse(type, value))
        .isInstanceOf(InvalidIdentifier.class)
        .satisfies(
            refused -> {
              if (!value.isEmpty()) {
                assertThat(refused).message().doesNotContain(value);
              }
            });
  }

  @Test
  void itsTextIsItsKindSoThatNoLogCanShowIt() throws Exception {
    PersonIdentifier identifier = PersonIdentifier.parse("email", "asa@example.org");

    assertThat(identifier).hasToString("email");
  }
}
