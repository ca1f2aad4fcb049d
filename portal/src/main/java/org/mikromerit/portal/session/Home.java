package org.mikromerit.portal.session;

import java.util.stream.Stream;
import org.mikromerit.portal.page.Visitor;

/** Where somebody finds what they came for; who has several roles, at the first. */
enum Home {
  LEARNER("learner", "/learner"),
  ISSUER("issuer", "/institution"),
  CREATOR("creator", "/institution"),
  REGISTRAR("registrar", "/authority"),
  OPERATOR("operator", "/operations"),
  ANYBODY("", "/");

  private final String role;
  private final String path;

  Home(String role, String path) {
    this.role = role;
    this.path = path;
  }

  String path() {
    return path;
  }

  static Home of(Visitor visitor) {
    return Stream.of(values()).filter(home -> visitor.is(home.role)).findFirst().orElse(ANYBODY);
  }
}
