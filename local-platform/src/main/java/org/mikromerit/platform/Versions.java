package org.mikromerit.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The versions of the servers, as the build's parent pom names them. */
public record Versions(String postgres, String kafka, String keycloak) {

  public static Versions ofThisBuild() {
    try (InputStream in =
        Objects.requireNonNull(Versions.class.getResourceAsStream("versions.properties"))) {
      Properties properties = new Properties();
      properties.load(in);
      return new Versions(
          properties.getProperty("postgres"),
          properties.getProperty("kafka"),
          properties.getProperty("keycloak"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
