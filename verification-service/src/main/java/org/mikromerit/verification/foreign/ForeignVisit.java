package org.mikromerit.verification.foreign;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.check.CheckName;
import org.mikromerit.credential.check.Finding;
import org.mikromerit.credential.check.FindingCode;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.check.Verdict;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.DidWeb;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.PublishedKeys;
import org.mikromerit.credential.status.VerifiedList;
import org.mikromerit.credential.status.VerifiedStatusList;
import org.mikromerit.credential.status.VerifiedTokenList;
import org.mikromerit.verification.foreign.ForeignDocuments.ListAt;
import org.mikromerit.verification.foreign.ForeignDocuments.Result;
import org.mikromerit.verification.status.StatusCopy.Form;

/**
 * What one verdict needs of others. While a document is judged nobody is called: what was missing
 * is noted, and the verdict that came of it says whether it may be fetched and the document judged
 * again.
 *
 * <ul>
 *   <li>The keys of an issuer that nobody here knows: only if who asked for the verdict asked for
 *       that too.
 *   <li>A status list: only once the signature holds, and the issuer is listed; or it is asked for,
 *       and the list lies on the host that the issuer's own name gives, so that nobody's document
 *       sends us to a third.
 * </ul>
 */
public final class ForeignVisit implements StatusLists {
  private static final int MOST_LISTS = 4;

  private final ForeignDocuments documents;
  private final Asking asking;
  private final Map<Did, PublishedKeys> keys = new HashMap<>();
  private final Map<ListAt, VerifiedList> lists = new HashMap<>();
  private final Set<Did> missingKeys = new LinkedHashSet<>();
  private final Set<ListAt> missingLists = new LinkedHashSet<>();
  private final Set<Object> tried = new HashSet<>();
  private final List<Finding> findings = new ArrayList<>();

  ForeignVisit(ForeignDocuments documents, Asking asking) {
    this.documents = documents;
    this.asking = asking;
  }

  /** A key of an issuer that nobody else knows. */
  public IssuerKeys.Answer key(VerificationMethodId method) {
    PublishedKeys published = keys.get(method.did());
    if (published == null) {
      missingKeys.add(method.did());
      return new IssuerKeys.UnknownIssuer();
    }
    return published.find(method);
  }

  /** A list that nobody else has. */
  @Override
  public Answer find(URI address) {
    return list(address, Form.BITSTRING) instanceof VerifiedStatusList list
        ? new Held(list)
        : new Unknown();
  }

  @Override
  public TokenAnswer findToken(URI address) {
    return list(address, Form.TOKEN) instanceof VerifiedTokenList list
        ? new HeldToken(list, false)
        : new Unknown();
  }

  private @Nullable VerifiedList list(URI address, Form form) {
    var place = new ListAt(address, form);
    VerifiedList list = lists.get(place);
    if (list == null) {
      missingLists.add(place);
    }
    return list;
  }

  /**
   * Fetches what this verdict lacked, if it may be.
   *
   * @param listed whether the register, or one that is trusted, knows the issuer
   * @param signers whose lists count
   * @param known the same without this verdict, since it may be over when they are asked
   * @return whether something came, so that the document is to be judged again
   */
  public boolean fetches(
      Verdict verdict, Predicate<Did> listed, IssuerKeys signers, IssuerKeys known) {
    int before = keys.size() + lists.size();
    if (verdict.facts().isPresent()) {
      fetchLists(verdict.facts().get().issuer(), listed, signers, known);
    } else if (asking.unknownIssuers() && lacksKeys(verdict)) {
      // Of an issuer that is listed the register tells the keys, or they are still to come.
      missingKeys.stream()
          .limit(1)
          .filter(listed.negate())
          .filter(this::mayTry)
          .forEach(this::fetchKeys);
    }
    return keys.size() + lists.size() > before;
  }

  /** What was fetched and what could not be, where somebody asked for it. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  private static boolean lacksKeys(Verdict verdict) {
    return verdict.findings().stream()
        .anyMatch(finding -> finding.code() == FindingCode.PROOF_ISSUER_KEYS_UNKNOWN);
  }

  private void fetchKeys(Did did) {
    DidWeb.documentUrl(did)
        .flatMap(address -> waitFor(() -> documents.keys(did, address)))
        .ifPresent(found -> keys.put(did, found));
  }

  // A verdict shows facts only where the proof holds, so this is after it.
  private void fetchLists(Did issuer, Predicate<Did> listed, IssuerKeys signers, IssuerKeys known) {
    boolean anywhere = listed.test(issuer);
    missingLists.stream()
        .filter(place -> anywhere || (asking.unknownIssuers() && isAtHome(place.address(), issuer)))
        .limit(MOST_LISTS)
        .filter(this::mayTry)
        .forEach(place -> fetchList(issuer, place, anywhere, signers, known));
  }

  private void fetchList(
      Did issuer, ListAt place, boolean elsewhere, IssuerKeys signers, IssuerKeys known) {
    waitFor(() -> documents.list(issuer, place, elsewhere, signers, known))
        // It may be kept from before, and its key no longer be believed.
        .filter(
            list ->
                signers.find(list.key()) instanceof IssuerKeys.Held key
                    && key.wasInUseAt(list.issuedAt()))
        .ifPresent(list -> lists.put(place, list));
  }

  private static boolean isAtHome(URI address, Did issuer) {
    String host = Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    return DidWeb.documentUrl(issuer)
        .filter(home -> home.getHost().toLowerCase(Locale.ROOT).equals(host))
        .isPresent();
  }

  /** Each once, and none any more when whoever asks has waited long enough. */
  private boolean mayTry(Object what) {
    return tried.add(what) && !asking.isOver();
  }

  private <T> Optional<T> waitFor(Supplier<Result<T>> call) {
    long before = System.nanoTime();
    Result<T> result = call.get();
    asking.waited(System.nanoTime() - before);
    return note(result);
  }

  private <T> Optional<T> note(Result<T> result) {
    switch (result) {
      case Result.Had<T> had ->
          findings.add(
              finding(
                  FindingCode.FETCHED_FROM_ELSEWHERE,
                  Map.of("address", shown(had.address()), "at", had.at().toString())));
      case Result.NotHad<T> not -> {
        if (asking.unknownIssuers()) {
          findings.add(
              finding(
                  FindingCode.NOT_FETCHED,
                  Map.of("address", shown(not.address()), "reason", not.reason().code())));
        }
      }
    }
    return result instanceof Result.Had<T> had ? Optional.of(had.value()) : Optional.empty();
  }

  private static Finding finding(FindingCode code, Map<String, String> evidence) {
    return new Finding(CheckName.SOURCE, code, evidence);
  }

  private static String shown(URI address) {
    String text = address.toString();
    return text.length() > 200 ? text.substring(0, 200) : text;
  }
}
