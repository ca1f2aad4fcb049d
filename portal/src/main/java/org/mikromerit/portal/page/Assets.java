package org.mikromerit.portal.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Where style, script and pictures lie: the build names each after its content. */
@Named("assets")
@ApplicationScoped
public class Assets {
  private final Properties paths = new Properties();

  Assets() {
    try (InputStream file = Assets.class.getResourceAsStream("/assets.properties")) {
      if (file == null) {
        throw new IllegalStateException("The build writes assets.properties");
      }
      paths.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String style() {
    return path("app.css");
  }

  public String script() {
    return path("app.js");
  }

  public String mark() {
    return path("mark.svg");
  }

  private String path(String name) {
    String path = paths.getProperty(name);
    if (path == null) {
      throw new IllegalStateException("The build makes no " + name);
    }
    return path;
  }
}
