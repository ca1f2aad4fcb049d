package org.mikromerit.credential.sdjwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mikromerit.credential.document.Base64Url;
import org.mikromerit.credential.document.JsonTree;
import org.mikromerit.credential.document.MalformedJson;
import org.mikromerit.credential.document.StrictJson;
import org.mikromerit.credential.jws.CompactJws;
import org.mikromerit.credential.jwt.CredentialClaims;
import org.mikromerit.credential.jwt.CredentialJwt;

/**
 * What an issuer signed, and the disclosures that go with it, in compact serialisation (RFC 9901,
 * section 4). As issued it has all of them; its holder shows some.
 */
public final class SdJwt {

  /** The longest that is read, in characters: a credential of the largest size, in base64. */
  public static final int LONGEST = CredentialJwt.LONGEST;

  private static final int MOST_DISCLOSURES = 1_000;

  private final String issuerSigned;
  private final List<Disclosure> disclosures;
  private final Optional<String> keyBinding;

  private SdJwt(String issuerSigned, List<Disclosure> disclosures, Optional<String> keyBinding) {
    this.issuerSigned = issuerSigned;
    this.disclosures = List.copyOf(disclosures);
    this.keyBinding = keyBinding;
  }

  static SdJwt of(String issuerSigned, List<Disclosure> disclosures) {
    return new SdJwt(issuerSigned, disclosures, Optional.empty());
  }

  /** The parts of a text, none of which is believed by that; empty if it is no SD-JWT in form. */
  public static Optional<SdJwt> parse(String text) {
    if (text.length() > LONGEST || text.chars().filter(c -> c == '~').count() > MOST_DISCLOSURES) {
      return Optional.empty();
    }
    List<String> parts = Arrays.asList(text.split("~", -1));
    if (parts.size() < 2) {
      return Optional.empty();
    }
    List<Disclosure> disclosures = new ArrayList<>();
    for (String part : parts.subList(1, parts.size() - 1)) {
      Optional<Disclosure> disclosure = Disclosure.parse(part);
      if (disclosure.isEmpty()) {
        return Optional.empty();
      }
      disclosures.add(disclosure.get());
    }
    Optional<String> keyBinding = Optional.of(parts.getLast()).filter(part -> !part.isEmpty());
    return Optional.of(new SdJwt(parts.getFirst(), disclosures, keyBinding));
  }

  /** What its issuer signed; empty if that is no signed statement in form. */
  Optional<CompactJws> issuerSigned() {
    return CompactJws.parseUnnamed(issuerSigned);
  }

  public List<Disclosure> disclosures() {
    return disclosures;
  }

  /** What shows that its holder presents it, if it is there. */
  Optional<String> keyBinding() {
    return keyBinding;
  }

  /** All but the key binding: what that is about (RFC 9901, section 4.3.1). */
  String presented() {
    StringBuilder text = new StringBuilder(issuerSigned).append('~');
    disclosures.forEach(disclosure -> text.append(disclosure.text()).append('~'));
    return text.toString();
  }

  /** The whole, to be stored or handed on. */
  public String text() {
    return presented() + keyBinding.orElse("");
  }

  SdJwt bound(String binding) {
    return new SdJwt(issuerSigned, disclosures, Optional.of(binding));
  }

  /**
   * What its holder can show or keep back, as pointers (RFC 6901) into the credential as it was
   * issued.
   *
   * @throws IllegalArgumentException if nobody issued this
   */
  public Set<String> choices() {
    Set<String> pointers = new LinkedHashSet<>();
    places().forEach(place -> pointers.add(place.pointer()));
    return pointers;
  }

  /**
   * The same credential, of which only this is shown, and whatever that is part of.
   *
   * @param pointers some of the {@link #choices}
   * @throws IllegalArgumentException if there is nothing to choose at one of them
   */
  public SdJwt showing(Collection<String> pointers) {
    Map<String, Disclosed.Place> byPointer = new HashMap<>();
    Map<Disclosure, Disclosed.Place> byDisclosure = new HashMap<>();
    for (Disclosed.Place place : places()) {
      byPointer.put(place.pointer(), place);
      byDisclosure.put(place.disclosure(), place);
    }
    Set<Disclosure> shown = new HashSet<>();
    for (String pointer : pointers) {
      Disclosed.Place place = byPointer.get(pointer);
      if (place == null) {
        throw new IllegalArgumentException("nothing to choose at " + pointer);
      }
      while (place != null && shown.add(place.disclosure())) {
        place = place.within() == null ? null : byDisclosure.get(place.within());
      }
    }
    return of(issuerSigned, disclosures.stream().filter(shown::contains).toList());
  }

  /**
   * The credential, with what is disclosed of it. It is not verified by this.
   *
   * @throws IllegalArgumentException if nobody issued this
   */
  public JsonObject credential() {
    JsonObjectBuilder credential = JsonTree.object(disclosed().claims());
    CredentialClaims.REGISTERED.forEach(credential::remove);
    return credential.build();
  }

  private List<Disclosed.Place> places() {
    return disclosed().places();
  }

  private Disclosed disclosed() {
    try {
      return Disclosed.of(payload(), disclosures);
    } catch (UnsoundDisclosures | MalformedJson e) {
      throw new IllegalArgumentException("nobody issued this", e);
    }
  }

  /** Believed by who has checked it before, as its holder did when it came. */
  private JsonObject payload() throws MalformedJson {
    String[] parts = issuerSigned.split("\\.", -1);
    return StrictJson.parse(
        Base64Url.decode(parts.length == 3 ? parts[1] : "").orElse(new byte[0]));
  }
}
