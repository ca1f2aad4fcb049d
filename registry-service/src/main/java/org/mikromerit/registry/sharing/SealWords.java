package org.mikromerit.registry.sharing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mikromerit.registry.portfolio.LearnerVault;
import org.mikromerit.registry.portfolio.SealedNames;
import org.mikromerit.registry.sharing.Shares.Kept;

/** Keeps a share's words under its learner's key, so that they are erased with it. */
@ApplicationScoped
class SealWords {
  private final LearnerVault vault;
  private final ObjectMapper json;

  SealWords(LearnerVault vault, ObjectMapper json) {
    this.vault = vault;
    this.json = json;
  }

  byte[] seal(String learnerRef, UUID share, ShareWords words) {
    try {
      return vault
          .seals(Set.of(learnerRef))
          .seal(learnerRef, SealedNames.share(share), json.writeValueAsBytes(words));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Words are plain values", e);
    }
  }

  /** The words; empty where they were erased. */
  Optional<ShareWords> open(Kept kept) {
    return opened(kept).map(this::read);
  }

  /** Whoever erased may have begun anew, under a key that opens nothing of before. */
  private Optional<byte[]> opened(Kept kept) {
    try {
      return vault.open(
          kept.share().learnerRef(), SealedNames.share(kept.share().id()), kept.sealed());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private ShareWords read(byte[] opened) {
    try {
      return json.readValue(opened, ShareWords.class);
    } catch (IOException _) {
      // Without the cause, which repeats what was read.
      throw new IllegalStateException("What was sealed as words is none");
    }
  }
}
