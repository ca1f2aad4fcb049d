package org.mikromerit.credential.status;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mikromerit.credential.document.JsonTree;

/**
 * Where a credential's status is told: a {@code BitstringStatusListEntry} (Bitstring Status List
 * 1.0, section 2.1).
 *
 * @param list where the list's credential is published; absolute, without fragment
 * @param index from 0
 */
public record StatusEntry(StatusPurpose purpose, URI list, int index) implements ListedStatus {

  public static final String TYPE = "BitstringStatusListEntry";

  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** Checks the index and the address. */
  public StatusEntry {
    if (index < 0 || !list.isAbsolute() || list.getFragment() != null) {
      throw new IllegalArgumentException("not a place in a status list");
    }
  }

  /** As a document's {@code credentialStatus}. */
  public JsonObject json() {
    return JsonTree.object()
        .add("id", list + "#" + index)
        .add("type", TYPE)
        .add("statusPurpose", purpose.token())
        .add("statusListIndex", Integer.toString(index))
        .add("statusListCredential", list.toString())
        .build();
  }

  /** One entry as it is, several as an array: what names one purpose is as it always was. */
  public static JsonValue json(List<StatusEntry> entries) {
    if (entries.size() == 1) {
      return entries.getFirst().json();
    }
    JsonArrayBuilder all = JsonTree.array();
    entries.forEach(entry -> all.add(entry.json()));
    return all.build();
  }

  /**
   * The entry that the JSON is; empty if it has another form than the one-bit kind that we write
   * and read.
   */
  public static Optional<StatusEntry> read(JsonObject json) {
    if (!JsonTree.texts(json, "type").equals(List.of(TYPE))
        || json.containsKey("statusSize")
        || json.containsKey("statusMessage")) {
      return Optional.empty();
    }
    Optional<StatusPurpose> purpose =
        JsonTree.text(json, "statusPurpose").flatMap(StatusPurpose::parse);
    Optional<Integer> index =
        JsonTree.text(json, "statusListIndex")
            .filter(text -> INDEX.matcher(text).matches())
            .map(Integer::parseInt);
    Optional<URI> list = JsonTree.text(json, "statusListCredential").flatMap(StatusEntry::absolute);
    return purpose.isPresent() && index.isPresent() && list.isPresent()
        ? Optional.of(new StatusEntry(purpose.get(), list.get(), index.get()))
        : Optional.empty();
  }

  private static Optional<URI> absolute(String text) {
    try {
      URI uri = new URI(text);
      return uri.isAbsolute() && uri.getFragment() == null ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
