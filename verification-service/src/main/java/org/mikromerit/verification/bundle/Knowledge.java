package org.mikromerit.verification.bundle;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mikromerit.credential.CredentialId;
import org.mikromerit.credential.check.CredentialStatuses;
import org.mikromerit.credential.check.Issuers;
import org.mikromerit.credential.check.IssuingRights;
import org.mikromerit.credential.check.StatusLists;
import org.mikromerit.credential.did.Did;
import org.mikromerit.credential.did.VerificationMethodId;
import org.mikromerit.credential.jsonld.StrictJsonLd;
import org.mikromerit.credential.proof.IssuerKeys;
import org.mikromerit.credential.proof.ProofVerifier;
import org.mikromerit.credential.status.StatusListVerifier;
import org.mikromerit.verification.status.ListKeys;

/**
 * What one verdict rests on: our own copies first, and where they know nothing of an issuer, what
 * trusted registries said of it; what neither knows, the further sources may. It remembers which
 * registries were heard. Made for one verdict, in which our own copy is asked of an issuer once, so
 * that all checks rest on one answer.
 */
public final class Knowledge {
  private final OwnKnowledge own;
  private final List<TrustBundle> given;
  private final Function<Did, List<TrustBundle>> kept;
  private final IssuerKeys furtherKeys;
  private final StatusLists furtherLists;
  private final Map<Did, Issuers.Answer> ownIssuers = new HashMap<>();
  private final NavigableSet<TrustBundle> consulted = new TreeSet<>(TrustBundle.NEWEST_FIRST);
  private final Set<TrustBundle> heard = new LinkedHashSet<>();

  Knowledge(
      OwnKnowledge own,
      List<TrustBundle> given,
      Function<Did, List<TrustBundle>> kept,
      IssuerKeys furtherKeys,
      StatusLists furtherLists) {
    this.own = own;
    this.given = given;
    this.kept = kept;
    this.furtherKeys = furtherKeys;
    this.furtherLists = furtherLists;
  }

  /** The bundles that the verdict rests on. */
  public Set<TrustBundle> heard() {
    return Set.copyOf(heard);
  }

  public IssuerKeys.Answer key(VerificationMethodId method) {
    IssuerKeys.Answer answer = own.keys().find(method);
    if (!(answer instanceof IssuerKeys.UnknownIssuer)) {
      return answer;
    }
    consult(method.did());
    return first(bundle -> bundle.key(method)).orElseGet(() -> furtherKeys.find(method));
  }

  public Issuers.Answer issuer(Did issuer) {
    Issuers.Answer answer = ownIssuers.computeIfAbsent(issuer, own.issuers()::find);
    return answer instanceof Issuers.Unlisted
        ? first(bundle -> bundle.listed(issuer)).orElse(answer)
        : answer;
  }

  public IssuingRights.Answer rights(UUID definition, Did issuer) {
    IssuingRights.Answer answer = own.rights().find(definition, issuer);
    return answer instanceof IssuingRights.DefinitionUnknown
        ? first(bundle -> bundle.rights(definition, issuer)).orElse(answer)
        : answer;
  }

  public StatusLists lists() {
    return new StatusLists() {
      @Override
      public Answer find(URI url) {
        return list(url);
      }

      /** Bundles hold no tokens. */
      @Override
      public TokenAnswer findToken(URI url) {
        TokenAnswer answer = own.lists().findToken(url);
        return answer instanceof Unknown ? furtherLists.findToken(url) : answer;
      }
    };
  }

  private StatusLists.Answer list(URI url) {
    StatusLists.Answer answer = own.lists().find(url);
    return answer instanceof StatusLists.Unknown
        ? first(bundle -> list(bundle, url)).orElseGet(() -> furtherLists.find(url))
        : answer;
  }

  /** A list that came with a bundle tells how things stood when the bundle was made. */
  private Optional<StatusLists.Answer> list(TrustBundle bundle, URI url) {
    var verifier =
        new StatusListVerifier(
            StrictJsonLd.standard(), ProofVerifier.standard(new ListKeys(this::key)));
    return bundle
        .list(url)
        .map(list -> verifier.read(list.getBytes(StandardCharsets.UTF_8), bundle.asOf()))
        .filter(StatusListVerifier.Trusted.class::isInstance)
        .map(StatusListVerifier.Trusted.class::cast)
        .map(trusted -> new StatusLists.Held(trusted.list(), bundle.told()));
  }

  public CredentialStatuses.Answer status(CredentialId credential) {
    CredentialStatuses.Answer answer = own.statuses().find(credential);
    return answer instanceof CredentialStatuses.Unknown
        ? first(bundle -> bundle.status(credential)).orElse(answer)
        : answer;
  }

  /** Only those that speak of the issuer: what others say of its credentials counts for nothing. */
  private void consult(Did issuer) {
    Stream.concat(given.stream(), kept.apply(issuer).stream())
        .filter(bundle -> bundle.issuers().contains(issuer.value()))
        .forEach(consulted::add);
  }

  private <T> Optional<T> first(Function<TrustBundle, Optional<T>> question) {
    // Copied, since asking for a list's key may consult more.
    for (TrustBundle bundle : List.copyOf(consulted)) {
      Optional<T> told = question.apply(bundle);
      if (told.isPresent()) {
        heard.add(bundle);
        return told;
      }
    }
    return Optional.empty();
  }
}
