package org.mikromerit.registry.portfolio;

import java.util.Optional;
import org.mikromerit.registry.portfolio.ReadPortfolio.Held;

/**
 * One credential of an export, with the name that its document has for the holder.
 *
 * @param sdJwtDigest SHA-256 of what is shown in parts, in hexadecimal; empty where there is none
 */
public record ExportedLine(Held held, Optional<String> holderName, Optional<String> sdJwtDigest) {}
