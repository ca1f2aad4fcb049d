package org.mikromerit.issuer.vcapi;

/**
 * Why a credential is not signed as it was given.
 *
 * @param code stable, for programs
 * @param place in it, as a JSON pointer or as JSON-LD names it
 */
public record Unfit(String code, String place) {}
