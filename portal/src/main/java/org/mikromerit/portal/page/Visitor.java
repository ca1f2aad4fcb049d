package org.mikromerit.portal.page;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Who looks at a page, and how: what the frame of every page asks for. */
@Named("visitor")
@RequestScoped
public class Visitor {
  private Language language = Language.SV;
  private String path = "/";
  private String query = "";
  private @Nullable SecurityIdentity identity;

  void arrives(Language wanted, String at, String asking) {
    language = wanted;
    path = at;
    query = asking;
  }

  void isKnownAs(@Nullable SecurityIdentity who) {
    identity = who;
  }

  public Language language() {
    return language;
  }

  /** The languages that the page can be switched to. */
  public Language[] languages() {
    return Language.values();
  }

  /** The page's own path. */
  public String path() {
    return path;
  }

  /** The address of this very page in another language, whatever it was asked for. */
  public String in(Language other) {
    return "?" + (query.isEmpty() ? "" : query + "&") + ChooseLanguage.NAME + "=" + other.tag();
  }

  public boolean signedIn() {
    return identity != null && !identity.isAnonymous();
  }

  /** What the identity provider calls them; empty for nobody. */
  public String name() {
    return identity == null || identity.isAnonymous() ? "" : identity.getPrincipal().getName();
  }

  public boolean is(String role) {
    return identity != null && identity.hasRole(role);
  }
}
