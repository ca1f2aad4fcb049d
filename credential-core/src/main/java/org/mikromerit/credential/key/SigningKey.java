package org.mikromerit.credential.key;

/**
 * A private key that can be used, wherever it lies. What it shows as text never shows the secret.
 */
public interface SigningKey {

  PublicKey publicKey();

  /** The signature of a message, in the form that the key's type says. */
  byte[] sign(byte[] message);
}
