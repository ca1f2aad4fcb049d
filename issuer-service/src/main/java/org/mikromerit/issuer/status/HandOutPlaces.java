package org.mikromerit.issuer.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.mikromerit.issuer.status.StatusLists.Block;

/**
 * Hands places of the lists to this process, a block at a time and in a transaction of its own, so
 * that those who issue never wait for each other at one counter.
 */
@ApplicationScoped
class HandOutPlaces {
  private static final double NEARLY_FULL = 0.8;

  private final StatusLists lists;
  private final OpenStatusList openStatusList;
  private final StatusConfig config;

  HandOutPlaces(StatusLists lists, OpenStatusList openStatusList, StatusConfig config) {
    this.lists = lists;
    this.openStatusList = openStatusList;
    this.config = config;
  }

  /** The next places; empty for an organisation that cannot sign. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Optional<Block> next(UUID organisation) {
    Optional<Block> block = lists.handOut(organisation, config.suspension(), config.block());
    if (block.isEmpty() && openStatusList.open(organisation).isPresent()) {
      block = lists.handOut(organisation, config.suspension(), config.block());
    }
    block.ifPresent(this::openSpareIfNearlyFull);
    return block;
  }

  /** A spare is announced ahead of its first use, so that verifiers have it in time. */
  private void openSpareIfNearlyFull(Block block) {
    var list = block.list();
    if (block.beyond() > list.capacity() * NEARLY_FULL && !lists.hasSpare(list)) {
      var _ = openStatusList.open(list.organisation());
    }
  }
}
