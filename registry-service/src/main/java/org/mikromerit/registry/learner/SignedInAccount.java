package org.mikromerit.registry.learner;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.mikromerit.kit.problem.ProblemException;
import org.mikromerit.kit.problem.Problems;
import org.mikromerit.kit.pseudonym.PersonIdentifier;
import org.mikromerit.kit.pseudonym.PersonIdentifier.InvalidIdentifier;
import org.mikromerit.kit.pseudonym.Pseudonyms;

/**
 * The account that makes this request, by the token that was checked. What the token says of a
 * person counts only where the identity provider vouches for it.
 */
@RequestScoped
public class SignedInAccount {
  private final SecurityIdentity identity;
  private final Pseudonyms pseudonyms;

  SignedInAccount(SecurityIdentity identity, Pseudonyms pseudonyms) {
    this.identity = identity;
    this.pseudonyms = pseudonyms;
  }

  /**
   * The account, with what was verified of its person.
   *
   * @throws ProblemException 401 where the token names no account
   */
  public Account account() {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)
        || token.getSubject() == null
        || token.getSubject().isBlank()) {
      throw new ProblemException(Problems.unauthenticated());
    }
    List<VerifiedIdentifier> verified = new ArrayList<>();
    if (isTrue(token.getClaim("email_verified"))) {
      identifier(token, "email", PersonIdentifier.Kind.EMAIL, IdentifierKind.EMAIL)
          .ifPresent(verified::add);
    }
    // Only the identity provider writes this claim, from what it verified itself.
    identifier(
            token,
            "national_number",
            PersonIdentifier.Kind.NATIONAL_NUMBER,
            IdentifierKind.NATIONAL_NUMBER)
        .ifPresent(verified::add);
    return new Account(Pseudonyms.accountRef(token.getSubject()), verified);
  }

  /** True itself, not a text that says so. */
  private static boolean isTrue(@Nullable Object claim) {
    return Boolean.TRUE.equals(claim) || JsonValue.TRUE.equals(claim);
  }

  private Optional<VerifiedIdentifier> identifier(
      JsonWebToken token, String claim, PersonIdentifier.Kind form, IdentifierKind kind) {
    if (!(token.getClaim(claim) instanceof String text)) {
      return Optional.empty();
    }
    try {
      String ref = pseudonyms.learnerRef(PersonIdentifier.parse(form.label(), text));
      return Optional.of(new VerifiedIdentifier(ref, kind));
    } catch (InvalidIdentifier _) {
      // What is no identifier is nobody's.
      return Optional.empty();
    }
  }
}
