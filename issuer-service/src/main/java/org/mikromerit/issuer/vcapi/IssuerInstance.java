package org.mikromerit.issuer.vcapi;

import java.time.Instant;
import java.util.UUID;
import org.mikromerit.credential.proof.DocumentSigner;
import org.mikromerit.events.organisationkey.KeyAlgorithm;
import org.mikromerit.issuer.signing.OrganisationKey;
import org.mikromerit.issuer.signing.Signer;

/**
 * One way in which an organisation issues what its programs composed: by a key of one kind, under
 * one name, in one form of proof.
 *
 * @param name by which the organisation knows it
 * @param status whether what it issues can be revoked
 * @param suspension whether it can be suspended too; only where it can be revoked
 * @param open whether it issues for everybody, in the test profile alone
 */
public record IssuerInstance(
    UUID id,
    UUID organisation,
    String name,
    KeyAlgorithm algorithm,
    Naming naming,
    Form form,
    boolean status,
    boolean suspension,
    boolean open,
    Instant createdAt) {

  /** Whom its credentials name as their issuer. */
  public enum Naming {
    /** The organisation, which the register knows (did:web). */
    ORGANISATION,
    /** The key and nobody behind it (did:key). */
    KEY
  }

  /** What its proofs sign. */
  public enum Form {
    /** What the document means, as {@code eddsa-rdfc-2022} does. */
    MEANING,
    /** The document's text, as {@code eddsa-jcs-2022} does. */
    TEXT
  }

  /** The suite that its proofs name. */
  public String cryptosuite() {
    return cryptosuite(algorithm, form);
  }

  /** The suite of keys of a kind in a form of proof. */
  public static String cryptosuite(KeyAlgorithm algorithm, Form form) {
    return documentSigner(form).cryptosuite(OrganisationKey.type(algorithm));
  }

  DocumentSigner documentSigner() {
    return documentSigner(form);
  }

  private static DocumentSigner documentSigner(Form form) {
    return switch (form) {
      case MEANING -> DocumentSigner.standard();
      case TEXT -> DocumentSigner.ofText();
    };
  }

  /** The organisation's signer, in the name that this instance issues in. */
  Signer named(Signer signer) {
    return switch (naming) {
      case ORGANISATION -> signer;
      case KEY -> signer.inItsOwnName();
    };
  }
}
