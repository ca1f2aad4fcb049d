package org.mikromerit.credential.lint;

import jakarta.json.JsonObject;
import java.util.List;

/** One thing that must be right about a credential before it is signed. */
interface Rule {

  /** What is wrong with the document; a rule says nothing of members that are not there. */
  List<Fault> faults(JsonObject document);
}
