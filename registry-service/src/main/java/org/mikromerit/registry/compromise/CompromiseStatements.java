package org.mikromerit.registry.compromise;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.mikromerit.events.keycompromise.KeyCompromiseStatedV1;
import org.mikromerit.registry.compromise.KeyCompromise.Extent;
import org.mikromerit.registry.compromise.KeyCompromises.Registered;
import org.mikromerit.registry.publication.RegistrySigner;

/** Writes what is stated of a key; the same part is always the same. */
@ApplicationScoped
class CompromiseStatements {
  /** So many credentials that a part stays well below what the broker takes as one record. */
  static final int PER_PART = 4_000;

  private static final String TYPE = "mikromerit-key-compromise+jwt";

  private final KeyCompromises compromises;
  private final RegistrySigner signer;
  private final ObjectMapper json;

  CompromiseStatements(KeyCompromises compromises, RegistrySigner signer, ObjectMapper json) {
    this.compromises = compromises;
    this.signer = signer;
    this.json = json;
  }

  /**
   * What is signed.
   *
   * @param key as proofs name it
   * @param registered what stood in the ledger before
   */
  record Content(
      @JsonProperty("iss") String registry,
      String key,
      Instant since,
      int part,
      int parts,
      List<Entry> registered) {}

  /** A credential and the digest of its bytes. */
  record Entry(String id, String sha256) {
    static Entry of(Registered registered) {
      return new Entry(registered.credential().toString(), registered.digest());
    }
  }

  KeyCompromiseStatedV1 of(KeyCompromise compromise, Extent extent, int part) {
    var content =
        new Content(
            signer.did().value(),
            compromise.method().url(),
            compromise.since(),
            part,
            extent.parts(),
            compromises.registered(compromise, extent, part, PER_PART).stream()
                .map(Entry::of)
                .toList());
    return new KeyCompromiseStatedV1(
        compromise.key(),
        compromise.organisation(),
        compromise.since(),
        part,
        extent.parts(),
        signer.sign(TYPE, bytes(content)));
  }

  private byte[] bytes(Content content) {
    try {
      return json.writeValueAsBytes(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A statement is made of plain values", e);
    }
  }
}
