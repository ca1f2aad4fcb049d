package org.mikromerit.credential.jsonld;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;

/**
 * The templates that were used last, each by what its documents have in common. Bounded in number
 * and in characters; what was given up is not taken up again.
 */
final class Templates {

  // Each took a fault of this program; after so many, nothing here is relied on.
  private static final int MOST_GIVEN_UP = 100;
  private static final int MOST_SEEN = 1_000;

  private final StrictJsonLd jsonLd;
  private final Compiler compiler;
  private final TemplateRules rules;
  private final TemplateWatch watch;

  private final ReentrantLock compiling = new ReentrantLock();
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final Set<String> givenUp = new HashSet<>();
  private final Set<String> seen = new HashSet<>();
  private long characters;

  Templates(StrictJsonLd jsonLd, TemplateRules rules, TemplateWatch watch) {
    this(jsonLd, new TemplateCompiler(jsonLd, new SecureRandom())::compile, rules, watch);
  }

  Templates(StrictJsonLd jsonLd, Compiler compiler, TemplateRules rules, TemplateWatch watch) {
    this.jsonLd = jsonLd;
    this.compiler = compiler;
    this.rules = rules;
    this.watch = watch;
  }

  /** Makes the template of a document's outline, if one serves. */
  interface Compiler {
    Optional<Template> compile(JsonObject document, Outline outline);
  }

  /**
   * What is known of documents of one outline.
   *
   * @param template null if none serves for them
   */
  private record Entry(@Nullable Template template, int characters) {}

  /** A template said something else than the general path, and was given up. */
  static final class Differs extends Exception {

    private static final long serialVersionUID = 1L;

    Differs() {
      super("a template differs from the general path", null, false, false);
    }
  }

  /**
   * The document as a template covers it; empty if none does.
   *
   * @throws Differs if it was this one's turn to be compared, and it is not the same
   */
  Optional<CoveredDocument> cover(JsonObject document, Outline outline) throws Differs {
    Optional<Template> template = find(outline);
    Optional<CoveredDocument> covered =
        template.flatMap(known -> known.cover(document, outline.own(), jsonLd));
    watch.covered(covered.isPresent());
    if (covered.isPresent()
        && template.get().isDue(rules.sample())
        && !saysTheSame(covered.get())) {
      watch.differed(giveUp(outline));
      throw new Differs();
    }
    return covered;
  }

  private Optional<Template> find(Outline outline) {
    synchronized (entries) {
      return Optional.ofNullable(entries.get(outline.common())).map(Entry::template);
    }
  }

  private boolean saysTheSame(CoveredDocument covered) {
    try {
      String generally = jsonLd.cover(covered.json()).quads(Template.HASH);
      return covered.quads(Template.HASH).equals(generally);
    } catch (NotCovered _) {
      return false;
    }
  }

  /** No such document is ever covered by a template again; returns a name for its outline. */
  private String giveUp(Outline outline) {
    String name = name(outline);
    synchronized (entries) {
      givenUp.add(name);
      if (givenUp.size() >= MOST_GIVEN_UP) {
        entries.clear();
        characters = 0;
      } else {
        Entry entry = entries.remove(outline.common());
        characters -= entry == null ? 0 : entry.characters();
      }
    }
    return name;
  }

  /**
   * Makes a template for documents like this one, if it is not the first of them: what comes once
   * needs none. While one is made, others wait for their next document.
   */
  void learn(JsonObject document, Outline outline) {
    if (!isWorthwhile(outline) || !compiling.tryLock()) {
      return;
    }
    try {
      keep(outline, compiler.compile(document, outline).orElse(null));
    } catch (RuntimeException e) {
      // The document has been covered: that there is no template for its like must not stop it.
      keep(outline, null);
      watch.failed(e);
    } finally {
      compiling.unlock();
    }
  }

  private boolean isWorthwhile(Outline outline) {
    synchronized (entries) {
      if (entries.containsKey(outline.common()) || givenUp.size() >= MOST_GIVEN_UP) {
        return false;
      }
      String name = name(outline);
      if (seen.size() >= MOST_SEEN) {
        seen.clear();
      }
      return !givenUp.contains(name) && !seen.add(name);
    }
  }

  private void keep(Outline outline, @Nullable Template template) {
    int size = outline.common().length() + (template == null ? 0 : template.characters());
    synchronized (entries) {
      if (size > rules.characters() || entries.containsKey(outline.common())) {
        return;
      }
      entries.put(outline.common(), new Entry(template, size));
      characters += size;
      var eldest = entries.values().iterator();
      while (characters > rules.characters() || entries.size() > rules.templates()) {
        characters -= eldest.next().characters();
        eldest.remove();
      }
    }
  }

  private static String name(Outline outline) {
    return Sha256.hex(outline.common());
  }
}
