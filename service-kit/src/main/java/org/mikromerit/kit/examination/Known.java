package org.mikromerit.kit.examination;

/**
 * A link of the chain, as an earlier examination told it and somebody kept it elsewhere: a chain
 * that was cut off, or made anew, has it no more.
 *
 * @param digest 64 hexadecimal digits
 */
public record Known(long number, String digest) {}
