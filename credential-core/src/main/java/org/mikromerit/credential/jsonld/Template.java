package org.mikromerit.credential.jsonld;

import com.apicatalog.rdf.nquads.NQuadsAlphabet;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.mikromerit.credential.document.Sha256;
import org.mikromerit.credential.jsonld.Outline.Own;

/**
 * The canonical N-Quads of all documents of one {@link Outline}, but for their own values: each
 * line in parts, with a gap for each own value and each blank node's name (RDFC-1.0, section 4.4,
 * where every hash of the first degree is unique).
 *
 * <p>A template is made from a document that was covered with markers in place of its own values.
 * Whatever else is in a document of its outline is the same text, so JSON-LD reads it alike: a
 * value that is shown becomes a literal whatever it says, one that names something stands as it is,
 * for it is absolute and plain. So every member of such a document is covered because it was
 * covered when the template was made; what depends on the values, that no two objects have one id,
 * is looked at each time.
 *
 * <p>Where a value could make a difference that this does not foresee, there is no answer, and the
 * general path gives it.
 */
final class Template {

  /** By which blank nodes get their names; for another, the general path is taken. */
  static final String HASH = "SHA-256";

  private static final Comparator<String> CODE_UNITS = Comparator.naturalOrder();

  private final List<Line> lines;
  private final List<BlankNode> blankNodes;
  private final Set<String> otherIds;
  // Null where an own value stands beside the node.
  private final @Nullable String[] constantHashes;
  private final AtomicLong uses = new AtomicLong();
  private final int characters;

  /**
   * Of statements with gaps.
   *
   * @param blankNodes by their numbers, from 0
   * @param otherIds that are the same in every document
   */
  Template(List<Line> lines, List<BlankNode> blankNodes, Set<String> otherIds) {
    this.lines = List.copyOf(lines);
    this.blankNodes = List.copyOf(blankNodes);
    this.otherIds = otherIds;
    this.characters = lines.stream().mapToInt(Line::characters).sum();
    this.constantHashes = new @Nullable String[blankNodes.size()];
    for (BlankNode node : blankNodes) {
      if (node.lines().stream().noneMatch(Line::hasGap)) {
        constantHashes[node.number()] = hash(node, new Values(List.of(), new String[0]));
      }
    }
  }

  /** A statement with gaps. */
  record Line(List<Part> parts) {

    boolean names(int node) {
      return parts.contains(new Name(node));
    }

    boolean fills(int own) {
      return parts.stream().anyMatch(part -> part instanceof Gap gap && gap.own() == own);
    }

    int characters() {
      return parts.stream().mapToInt(part -> part instanceof Fixed f ? f.text().length() : 8).sum();
    }

    boolean hasGap() {
      return parts.stream().anyMatch(Gap.class::isInstance);
    }
  }

  sealed interface Part {}

  /** What is the same in every document. */
  record Fixed(String text) implements Part {}

  /** An own value, by its number: as it stands in an IRI, or escaped in a literal. */
  record Gap(int own, boolean escaped) implements Part {}

  /** A blank node's name, by the node's number. */
  record Name(int node) implements Part {}

  /** A blank node, and the statements that name it. */
  record BlankNode(int number, List<Line> lines) {}

  /**
   * A document of this outline; empty if its values do not admit it.
   *
   * @param jsonLd the general path, for what comes out alike and for other hashes
   */
  Optional<CoveredDocument> cover(JsonObject document, List<Own> own, Coverage jsonLd) {
    return admits(own)
        ? Optional.of(
            new CoveredDocument(
                document,
                hash -> {
                  Optional<String> quads = hash.equals(HASH) ? quads(own) : Optional.empty();
                  return quads.isPresent() ? quads.get() : jsonLd.cover(document).quads(hash);
                },
                true))
        : Optional.empty();
  }

  /** Whether it is this document's turn to be compared, as {@link TemplateRules} says. */
  boolean isDue(int sample) {
    long use = uses.getAndIncrement();
    boolean doubled = Long.bitCount(use) == 1;
    return use % sample == 0 || (use < sample && doubled);
  }

  /** How much room it takes, in characters. */
  int characters() {
    return characters;
  }

  /** Whether no two objects of a document with these values have one id. */
  boolean admits(List<Own> own) {
    Set<String> ids = new HashSet<>(otherIds);
    for (Own each : own) {
      if (each.id() && !ids.add(each.value())) {
        return false;
      }
    }
    return true;
  }

  /**
   * The canonical N-Quads of RDFC-1.0 with SHA-256; empty if two blank nodes, or two statements,
   * come out alike, so that a template cannot tell.
   */
  Optional<String> quads(List<Own> own) {
    String[] escaped = new String[own.size()];
    Arrays.setAll(escaped, i -> own.get(i).iri() ? "" : NQuadsAlphabet.escape(own.get(i).value()));
    Values values = new Values(own, escaped);
    String[] names = names(values);
    if (names.length < blankNodes.size()) {
      return Optional.empty();
    }
    String[] written = new String[lines.size()];
    int length = 0;
    for (int i = 0; i < written.length; i++) {
      written[i] = values.write(lines.get(i), names);
      length += written[i].length();
    }
    Arrays.sort(written, CODE_UNITS);
    StringBuilder quads = new StringBuilder(length);
    String last = "";
    for (String line : written) {
      if (line.equals(last)) {
        return Optional.empty();
      }
      quads.append(line);
      last = line;
    }
    return Optional.of(quads.toString());
  }

  /** By the order of their hashes; none at all if two are alike. */
  private String[] names(Values values) {
    String[] hashes = new String[blankNodes.size()];
    for (BlankNode node : blankNodes) {
      String constant = constantHashes[node.number()];
      hashes[node.number()] = constant == null ? hash(node, values) : constant;
    }
    String[] sorted = hashes.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i].equals(sorted[i - 1])) {
        return new String[0];
      }
    }
    String[] names = new String[hashes.length];
    Arrays.setAll(names, i -> "_:c14n" + Arrays.binarySearch(sorted, hashes[i]));
    return names;
  }

  /** Hash First Degree Quads (RDFC-1.0, section 4.6). */
  private String hash(BlankNode node, Values values) {
    String[] names = new String[blankNodes.size()];
    Arrays.fill(names, "_:z");
    names[node.number()] = "_:a";
    String[] related = new String[node.lines().size()];
    Arrays.setAll(related, i -> values.write(node.lines().get(i), names));
    Arrays.sort(related, CODE_UNITS);
    return Sha256.hex(String.join("", related));
  }

  /** What goes into the gaps. */
  // Never compared.
  @SuppressWarnings("ArrayRecordComponent")
  private record Values(List<Own> own, String[] escaped) {

    String write(Line line, String[] names) {
      StringBuilder written = new StringBuilder(160);
      for (Part part : line.parts()) {
        written.append(
            switch (part) {
              case Fixed fixed -> fixed.text();
              case Gap gap -> gap.escaped() ? escaped[gap.own()] : own.get(gap.own()).value();
              case Name name -> names[name.node()];
            });
      }
      return written.toString();
    }
  }
}
