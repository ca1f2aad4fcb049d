package org.mikromerit.kit.problem;

/** The problems that any endpoint can answer; features have their own beside them. */
public final class Problems {
  private static final int LONGEST_NAME = 60;

  private Problems() {}

  public static Problem malformedJson(String detail) {
    return Problem.of(400, "malformed-json", "The body is not well-formed JSON", detail);
  }

  public static Problem unknownField(String pointer) {
    return Problem.of(
            400,
            "unknown-field",
            "The body has a field that this operation does not know",
            "Remove the field, or check its spelling in the API description.")
        .field(pointer);
  }

  /**
   * A parameter of the address that is misspelt, or another operation's.
   *
   * @param name of the parameter; its value is not repeated
   */
  public static Problem unknownParameter(String name) {
    return Problem.of(
            400,
            "unknown-parameter",
            "The address has a parameter that this operation does not know",
            "Remove the parameter, or check its spelling in the API description.")
        .field(name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME));
  }

  public static Problem invalidValue(String field, String detail) {
    return Problem.of(400, "invalid-value", "A value is missing or cannot be used", detail)
        .field(field);
  }

  public static Problem tooLarge(long mostBytes) {
    return tooLarge("Send at most " + mostBytes + " bytes.");
  }

  /** Where the bound is not ours to tell. */
  static Problem tooLarge() {
    return tooLarge("Send less at a time.");
  }

  private static Problem tooLarge(String detail) {
    return Problem.of(413, "too-large", "The body is too large", detail);
  }

  public static Problem unsupportedMediaType() {
    return Problem.of(
        415,
        "unsupported-media-type",
        "The body's media type is not understood here",
        "Send the Content-Type that the API description names.");
  }

  public static Problem notAcceptable() {
    return Problem.of(
        406,
        "not-acceptable",
        "None of the accepted media types can be given",
        "Ask for a media type that the API description names.");
  }

  /**
   * The same answer for what does not exist and for what is another's, so that nobody can probe.
   *
   * @param what the kind of thing, never its id
   */
  public static Problem notFound(String what) {
    return Problem.of(
        404,
        "not-found",
        "There is no such thing here",
        "No " + what + " by this name is known here, or it is not yours. Check the address.");
  }

  public static Problem methodNotAllowed() {
    return Problem.of(
        405,
        "method-not-allowed",
        "This address does not take this method",
        "See the API description for the methods of this address.");
  }

  public static Problem badRequest() {
    return Problem.of(
        400, "bad-request", "The request cannot be understood", "See the API description.");
  }

  public static Problem unauthenticated() {
    return Problem.of(
            401,
            "unauthenticated",
            "This needs a valid access token",
            "Get a token from the identity provider and send it as a bearer token.")
        .header("WWW-Authenticate", "Bearer");
  }

  public static Problem forbidden() {
    return Problem.of(
        403,
        "forbidden",
        "The token's roles do not allow this",
        "Ask your administrator for the role that the API description names.");
  }

  public static Problem tenantMismatch() {
    return Problem.of(
        403,
        "tenant-mismatch",
        "The token is not this organisation's",
        "Use a token of the organisation that the address names.");
  }

  public static Problem identityProviderUnavailable() {
    return Problem.of(
            503,
            "identity-provider-unavailable",
            "Tokens cannot be checked just now",
            "The identity provider does not answer. Nothing was done; try again shortly.")
        .retryAfter(5);
  }

  public static Problem overloaded() {
    return Problem.of(
            503,
            "overloaded",
            "Too much is asked at once",
            "Nothing of this request was done; ask again in a moment, with the same Idempotency-Key.")
        .retryAfter(1);
  }

  public static Problem tooSlow() {
    return Problem.of(
        408,
        "too-slow",
        "The request took too long to arrive",
        "Nothing of it was done; send it again, over a faster connection or in smaller parts.");
  }

  public static Problem unavailable() {
    return Problem.of(
            503,
            "unavailable",
            "This is not available just now",
            "A part that this needs does not answer. Try again shortly: under the same Idempotency-Key"
                + " nothing is done twice.")
        .retryAfter(5);
  }

  public static Problem internalError() {
    return Problem.of(
        500,
        "internal-error",
        "Something went wrong on our side",
        "Try again; if it goes on, tell the operator the instance above.");
  }
}
