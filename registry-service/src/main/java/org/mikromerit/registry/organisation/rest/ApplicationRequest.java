package org.mikromerit.registry.organisation.rest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mikromerit.events.GovernanceModel;
import org.mikromerit.registry.organisation.Profile;
import org.mikromerit.registry.organisation.PublicText;

/** What an organisation sends to apply. */
@Schema(requiredProperties = {"name", "country", "governanceModel"})
record ApplicationRequest(
    @Schema(maxLength = 200) @Nullable String name,
    @Schema(description = "ISO 3166-1 alpha-2, in capitals") @Nullable String country,
    @Schema(description = "NUTS code, where the organisation works in one region")
        @Nullable String region,
    @Nullable GovernanceModel governanceModel,
    @Schema(description = "An http or https page for the public") @Nullable String contactUrl) {

  static final String EXAMPLE =
      """
      {
        "name": "Vårdskolan i Väst",
        "country": "SE",
        "region": "SE232",
        "governanceModel": "REGULATORY",
        "contactUrl": "https://vardskolan.example/kontakt"
      }
      """;

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_URL = 500;
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{0,3}");

  Profile profile() {
    InvalidFields invalid = new InvalidFields();
    Optional<String> goodName =
        Optional.ofNullable(name).flatMap(text -> PublicText.of(text, LONGEST_NAME));
    Optional<URI> goodUrl = Optional.ofNullable(contactUrl).flatMap(ApplicationRequest::webPage);
    if (goodName.isEmpty()) {
      invalid.add("/name", "name is text of 1 to 200 characters.");
    }
    if (country == null || !COUNTRIES.contains(country)) {
      invalid.add("/country", "country is a country's two capital letters (ISO 3166-1 alpha-2).");
    }
    if (region != null && !NUTS.matcher(region).matches()) {
      invalid.add("/region", "region is a NUTS code, such as SE232.");
    }
    if (governanceModel == null) {
      invalid.add(
          "/governanceModel",
          "governanceModel is one of REGULATORY, ADVISORY, AUTONOMOUS and HYBRID.");
    }
    if (contactUrl != null && goodUrl.isEmpty()) {
      invalid.add(
          "/contactUrl", "contactUrl is an http or https address of at most 500 characters.");
    }
    if (goodName.isEmpty() || country == null || governanceModel == null || !invalid.isEmpty()) {
      throw invalid.problem();
    }
    return new Profile(goodName.get(), country, region, goodUrl.orElse(null), governanceModel);
  }

  private static Optional<URI> webPage(String text) {
    try {
      URI uri = new URI(text);
      boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return web
              && uri.getHost() != null
              && uri.getUserInfo() == null
              && text.length() <= LONGEST_URL
          ? Optional.of(uri)
          : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }
}
