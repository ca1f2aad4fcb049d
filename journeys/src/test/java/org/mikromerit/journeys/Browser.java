package org.mikromerit.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's Chromium, as people use it. */
final class Browser implements AutoCloseable {
  private static final String FOLDER = "journeys/src/test/browser";
  private static final List<String> QUIET =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;
  private final String axe;

  private Browser(Path modules, Path program) {
    System.setProperty("playwright.cli.dir", driver(modules).toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions()
                .setEnv(
                    Map.of(
                        "PLAYWRIGHT_NODEJS_PATH",
                        node(),
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1")));
    chromium =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(QUIET));
    try {
      axe = Files.readString(modules.resolve("axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The system's own; empty where there is none. */
  static Optional<Path> program() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser open(Installation installation) {
    installation.fetchNodeModules(FOLDER);
    return new Browser(
        installation.folder().resolve(FOLDER).resolve("node_modules"), program().orElseThrow());
  }

  /** Somebody who looks at the pages. */
  BrowserContext somebody(View view) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setLocale(view.language())
            .setViewportSize(view.width(), view.height())
            .setJavaScriptEnabled(view.scripted()));
  }

  /** How somebody looks. */
  record View(String language, int width, int height, boolean scripted) {
    static View desktop(String language) {
      return new View(language, 1280, 900, true);
    }

    static View phone(String language) {
      return new View(language, 375, 740, true);
    }

    View withoutScript() {
      return new View(language, width, height, false);
    }
  }

  /** What axe finds against WCAG 2.2 AA, each with where. */
  List<String> violations(Page page) {
    page.evaluate(axe);
    Object said =
        page.evaluate(
            """
            async () => JSON.stringify((await axe.run(document, {runOnly:
              ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})).violations)
            """);
    var found = new ArrayList<String>();
    try {
      for (JsonNode violation : Institution.JSON.readTree(said.toString())) {
        for (JsonNode node : violation.path("nodes")) {
          found.add(violation.path("id").asText() + ": " + node.path("html").asText());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  /** The driver as Playwright for Java looks for it: the package in a folder of that name. */
  private static Path driver(Path modules) {
    try {
      Path folder = Files.createTempDirectory("driver");
      Files.createSymbolicLink(
          folder.resolve("package"), modules.resolve("playwright-core").toAbsolutePath());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String node() {
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, "node"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow()
        .toString();
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
