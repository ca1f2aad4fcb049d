package org.mikromerit.registry.organisation;

/** What came of recording an accreditation or its withdrawal. */
public sealed interface Recording permits Recording.Recorded, Refused {

  record Recorded(Accreditation accreditation) implements Recording {}
}
