package org.mikromerit.issuer.batch.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML from strangers, a piece at a time: without document types and what they can name, and without
 * a piece that fills the memory.
 */
final class BoundedXml implements AutoCloseable {
  private static final int LONGEST_ATTRIBUTE = 255;
  private static final int MOST_NAMES = 500;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** How spreadsheets write characters that XML has not (ECMA-376, part 1, 22.9.2.19). */
  private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private final Set<String> names = new HashSet<>();
  private final BoundedPieces in;
  private final XMLStreamReader xml;

  private BoundedXml(InputStream in) throws UnreadableFile {
    this.in = new BoundedPieces(in);
    try {
      this.xml = factory().createXMLStreamReader(this.in);
    } catch (XMLStreamException | RuntimeException _) {
      throw WorkbookParts.damaged();
    }
  }

  static BoundedXml open(InputStream in) throws UnreadableFile {
    return new BoundedXml(in);
  }

  /** The platform's own, whatever else stands on the class path. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /** Goes to the next piece; false at the end. */
  boolean next() throws UnreadableFile {
    in.nextPiece();
    try {
      if (!xml.hasNext()) {
        return false;
      }
      int piece = xml.next();
      if (piece == XMLStreamConstants.DTD || piece == XMLStreamConstants.ENTITY_REFERENCE) {
        throw WorkbookParts.damaged();
      }
      remember(piece);
      return true;
    } catch (XMLStreamException | RuntimeException _) {
      // The parser says by exceptions of every kind that this is not XML.
      throw WorkbookParts.damaged();
    }
  }

  /** The parser never forgets a name, a prefix or a namespace. */
  private void remember(int piece) throws UnreadableFile {
    if (piece == XMLStreamConstants.PROCESSING_INSTRUCTION) {
      remember(xml.getPITarget());
    } else if (piece == XMLStreamConstants.START_ELEMENT) {
      remember(xml.getLocalName());
      for (int i = 0; i < xml.getAttributeCount(); i++) {
        remember(xml.getAttributeLocalName(i));
      }
      for (int i = 0; i < xml.getNamespaceCount(); i++) {
        remember(xml.getNamespacePrefix(i));
        remember(xml.getNamespaceURI(i));
      }
    }
  }

  private void remember(@Nullable String name) throws UnreadableFile {
    if (name != null
        && names.add(name)
        && (names.size() > MOST_NAMES || name.length() > LONGEST_ATTRIBUTE)) {
      throw WorkbookParts.tooLarge();
    }
  }

  /** Goes to the next piece, and tells whether an element ends there; never past the end. */
  boolean nextEnds(String element) throws UnreadableFile {
    if (!next()) {
      throw WorkbookParts.damaged();
    }
    return ends(element);
  }

  boolean starts(String element) {
    return xml.isStartElement() && xml.getLocalName().equals(element);
  }

  boolean ends(String element) {
    return xml.isEndElement() && xml.getLocalName().equals(element);
  }

  /** The same of one that is no longer than a spreadsheet writes it. */
  @Nullable String attribute(String name) throws UnreadableFile {
    return attribute(name, LONGEST_ATTRIBUTE);
  }

  /** Of the element that starts here; in no namespace, or in that of relationships. */
  @Nullable String attribute(String name, int longest) throws UnreadableFile {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        String value = xml.getAttributeValue(i);
        if (value.length() > longest) {
          throw WorkbookParts.tooLarge();
        }
        return value;
      }
    }
    return null;
  }

  /** What stands in the element that starts here. */
  String text(String element, int longest) throws UnreadableFile {
    var text = new StringBuilder();
    while (!nextEnds(element)) {
      append(text, longest);
    }
    return text.toString();
  }

  /** The same of runs of text, without how they are pronounced. */
  String richText(String element, int longest) throws UnreadableFile {
    var text = new StringBuilder();
    while (!nextEnds(element)) {
      if (starts("rPh")) {
        var _ = text("rPh", longest);
      } else if (starts("t")) {
        text.append(text("t", longest));
        if (text.length() > longest) {
          throw WorkbookParts.tooLarge();
        }
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, int longest) throws UnreadableFile {
    if (xml.isCharacters() || xml.getEventType() == XMLStreamConstants.CDATA) {
      if (text.length() + xml.getTextLength() > longest) {
        throw WorkbookParts.tooLarge();
      }
      text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }
  }

  static String unescaped(String text) {
    return text.contains("_x")
        ? ESCAPED
            .matcher(text)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(found.group(1), 16))))
        : text;
  }

  static int number(String text) throws UnreadableFile {
    if (!NUMBER.matcher(text.strip()).matches()) {
      throw WorkbookParts.damaged();
    }
    return Integer.parseInt(text.strip());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  /** Ends a name, a comment or an attribute without an end, before it fills the memory. */
  private static final class BoundedPieces extends FilterInputStream {
    private static final int MOST = 500_000;

    private int sincePiece;

    BoundedPieces(InputStream in) {
      super(in);
    }

    void nextPiece() {
      sincePiece = 0;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count(Math.max(some, 0));
      return some;
    }

    private void count(int more) throws IOException {
      sincePiece += more;
      if (sincePiece > MOST) {
        throw new IOException("a piece without an end");
      }
    }
  }
}
