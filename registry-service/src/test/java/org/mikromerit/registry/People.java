package org.mikromerit.registry;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.mikromerit.testkit.identity.Tokens;

/** Learners that nobody met before. */
public final class People {
  private People() {}

  /** Somebody who signs in, with what the identity provider verified. */
  public record Person(UUID subject, @Nullable String email, @Nullable String nationalNumber) {

    public String token() {
      return Tokens.learner(subject, email, nationalNumber);
    }

    public String emailRef() {
      return Deliveries.ref("email", String.valueOf(email));
    }

    public String numberRef() {
      return Deliveries.ref("national-number", String.valueOf(nationalNumber));
    }
  }

  public static Person withBoth() {
    return new Person(UUID.randomUUID(), anAddress(), aNumber());
  }

  public static Person withAnAddress() {
    return new Person(UUID.randomUUID(), anAddress(), null);
  }

  public static Person withNothing() {
    return new Person(UUID.randomUUID(), null, null);
  }

  public static String anAddress() {
    return UUID.randomUUID() + "@example.org";
  }

  /** Twelve digits of which the last checks the nine before it. */
  public static String aNumber() {
    String nine = "%09d".formatted(ThreadLocalRandom.current().nextInt(1_000_000_000));
    for (int check = 0; check <= 9; check++) {
      if (sum(nine + check) % 10 == 0) {
        return "19" + nine + check;
      }
    }
    throw new IllegalStateException("one of ten digits checks");
  }

  private static int sum(String tenDigits) {
    int sum = 0;
    for (int i = 0; i < tenDigits.length(); i++) {
      int digit = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit / 10 + digit % 10;
    }
    return sum;
  }
}
