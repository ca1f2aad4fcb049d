package org.mikromerit.portal.page;

/** How something stands; shown by icon, word and colour together. */
public enum Status {
  GOOD("success"),
  WARNING("warning"),
  BAD("danger"),
  UNKNOWN("neutral");

  private final String color;

  Status(String color) {
    this.color = color;
  }

  /** Designsystemet's name of the colour. */
  public String color() {
    return color;
  }
}
