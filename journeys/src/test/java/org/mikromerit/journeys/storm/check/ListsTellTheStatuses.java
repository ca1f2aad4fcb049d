package org.mikromerit.journeys.storm.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.mikromerit.journeys.Institution;

/** The signed lists have exactly the bits that the facts say, each place given to one alone. */
final class ListsTellTheStatuses implements Check {

  @Override
  public String question() {
    return "each bit of the signed lists is what its one credential's status says";
  }

  @Override
  public List<String> violations(Aftermath aftermath) {
    List<String> violations = new ArrayList<>();
    shared(aftermath).forEach(place -> violations.add("shared: " + place));
    Map<String, BitSet> expected = new HashMap<>();
    bits(aftermath, "status = 'REVOKED'", "l.id", expected);
    bits(aftermath, "suspended", "l.suspensions", expected);
    Map<String, String> lists =
        aftermath
            .databases()
            .pairs(
                "issuer",
                "select list::text, convert_from(credential, 'UTF8') from status_list_publication");
    lists.forEach(
        (list, document) -> {
          BitSet wanted = expected.getOrDefault(list, new BitSet());
          BitSet found = decoded(document);
          if (!found.equals(wanted)) {
            violations.add(
                "list "
                    + list
                    + " has "
                    + found.cardinality()
                    + " bits of "
                    + wanted.cardinality());
          }
        });
    return violations;
  }

  private static List<String> shared(Aftermath aftermath) {
    return aftermath
        .databases()
        .rows(
            "issuer",
            """
            select status_list || '#' || status_index from credential_status
            group by status_list, status_index having count(*) > 1
            """,
            row -> row.getString(1));
  }

  private static void bits(
      Aftermath aftermath, String condition, String list, Map<String, BitSet> bits) {
    aftermath
        .databases()
        .rows(
            "issuer",
            "select %s::text, s.status_index from credential_status s join status_list l on l.id = s.status_list where %s"
                .formatted(list, condition),
            row -> Map.entry(row.getString(1), row.getInt(2)))
        .forEach(
            each -> bits.computeIfAbsent(each.getKey(), _ -> new BitSet()).set(each.getValue()));
  }

  /** By the specification alone: base64url, gzip, the most significant bit first. */
  private static BitSet decoded(String document) {
    try {
      JsonNode list = Institution.JSON.readTree(document).path("credentialSubject");
      byte[] compressed =
          Base64.getUrlDecoder().decode(list.path("encodedList").asText().substring(1));
      byte[] bytes = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
      BitSet bits = new BitSet();
      for (int i = 0; i < bytes.length * 8; i++) {
        if ((bytes[i / 8] & (0x80 >> (i % 8))) != 0) {
          bits.set(i);
        }
      }
      return bits;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a published list is no JSON", e);
    } catch (IOException e) {
      throw new IllegalStateException("a published list is not compressed", e);
    }
  }
}
