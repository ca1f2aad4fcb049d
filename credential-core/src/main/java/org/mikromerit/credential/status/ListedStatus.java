package org.mikromerit.credential.status;

import java.net.URI;

/** A place in a published list, where a credential's status is told. */
public sealed interface ListedStatus permits StatusEntry, TokenStatusEntry {

  URI list();

  int index();
}
