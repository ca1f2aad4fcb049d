package org.mikromerit.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.mikromerit.journeys.Browser.View;
import org.mikromerit.platform.Folders;

/** People who visit an installation's portal, each with a browser of their own. */
final class Visits implements AutoCloseable {
  private static final boolean WRITE = Boolean.getBoolean("docs.write");
  private static final int MOST_STEPS = 100;

  private final Installation installation;
  private final Browser browser;

  private Visits(Installation installation, Browser browser) {
    this.installation = installation;
    this.browser = browser;
  }

  /** Ends the tests of whoever asks where there is no browser, visibly. */
  static Visits to(Installation installation) {
    assumeTrue(Browser.program().isPresent(), "no Chromium here: the pages are not looked at");
    return new Visits(installation, Browser.open(installation));
  }

  String portal() {
    return installation.stack().service("portal").url();
  }

  void as(View view, Consumer<Page> doing) {
    try (BrowserContext context = browser.somebody(view)) {
      doing.accept(context.newPage());
    }
  }

  /** The same, who tells what they saw. */
  <T> T seeing(View view, Function<Page, T> doing) {
    try (BrowserContext context = browser.somebody(view)) {
      return doing.apply(context.newPage());
    }
  }

  void open(Page page, String path) {
    page.navigate(portal() + path);
  }

  void signIn(Page page, String email) {
    open(page, "/sign-in");
    page.locator("#username").fill(email);
    page.locator("#password").fill("demo");
    page.locator("[type=submit]").click();
  }

  /** As somebody without a mouse comes to it: by the tabulator, from where they are. */
  void tabTo(Page page, String selector) {
    tabTo(page, page.locator(selector));
  }

  void tabTo(Page page, Locator wanted) {
    wanted.first().waitFor();
    for (int steps = 0; steps < MOST_STEPS && !isReached(wanted); steps++) {
      page.keyboard().press("Tab");
    }
    assertThat(isReached(wanted)).as("the tabulator leads to " + wanted).isTrue();
  }

  /** A locator may stand for several, of which any will do. */
  private static boolean isReached(Locator wanted) {
    return (boolean) wanted.evaluateAll("all => all.includes(document.activeElement)");
  }

  /** What keeps anybody out: axe's findings, and whether the page is wider than its window. */
  List<String> barriers(Page page) {
    List<String> found = browser.violations(page);
    boolean sideways =
        (boolean)
            page.evaluate(
                "document.documentElement.scrollWidth > document.documentElement.clientWidth");
    if (sideways) {
      found.add("the page scrolls sideways");
    }
    return found;
  }

  /** Keeps a picture for the documentation where that is asked for. */
  void show(Page page, String name, View view) {
    boolean kept = view.equals(View.desktop("en")) || view.equals(View.phone("sv"));
    if (WRITE && kept) {
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(
                  Folders.checkout()
                      .resolve(
                          Path.of(
                              "docs",
                              "pages",
                              name + "-" + view.language() + "-" + view.width() + ".png"))));
    }
  }

  @Override
  public void close() {
    browser.close();
  }
}
