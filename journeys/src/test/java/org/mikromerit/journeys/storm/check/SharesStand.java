package org.mikromerit.journeys.storm.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.mikromerit.journeys.storm.ClientJournal;
import org.mikromerit.journeys.storm.Digest;
import org.mikromerit.journeys.storm.operation.Sharing;
import org.mikromerit.testkit.http.Http.Reply;

/** Each link that was given is there, once, and each that was taken back shows nothing. */
final class SharesStand implements Check {
  private static final int ASKED = 200;

  @Override
  public String question() {
    return "what was shared is, once, and what was taken back is gone";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    List<ClientJournal.Shared> shared = aftermath.journal().shared();
    Set<String> answered =
        shared.stream().map(ClientJournal.Shared::share).collect(Collectors.toSet());
    List<String> violations = new ArrayList<>();
    if (answered.size() != shared.size()) {
      violations.add("one link was given for two keys");
    }
    violations.addAll(Check.differences(answered, ids(aftermath, "select id::text from share")));
    violations.addAll(
        Check.differences(
            aftermath.journal().withdrawn(),
            ids(aftermath, "select share::text from share_withdrawal")));
    Random random = aftermath.random();
    for (int n = 0; n < Math.min(ASKED, shared.size()); n++) {
      aftermath.journal().anyShared(random).ifPresent(each -> ask(aftermath, each, violations));
    }
    return violations;
  }

  private static Set<String> ids(Aftermath aftermath, String query) {
    return new HashSet<>(aftermath.databases().rows("registry", query, row -> row.getString(1)));
  }

  private static void ask(
      Aftermath aftermath, ClientJournal.Shared entry, List<String> violations) {
    int expected = aftermath.journal().withdrawn().contains(entry.share()) ? 410 : 200;
    int status = Sharing.look(aftermath.insisting(), aftermath.random(), entry).status();
    if (status != expected) {
      violations.add("%s answers %d and not %d".formatted(entry.share(), status, expected));
    }
    Reply again =
        Sharing.make(
            aftermath.insisting(),
            aftermath.random(),
            aftermath.sharers().get(entry.sharer()),
            entry.key(),
            entry.order());
    if (!Digest.sha256(again.body()).equals(entry.digest())) {
      violations.add("another answer: " + entry.key());
    }
  }
}
