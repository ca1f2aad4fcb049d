package org.mikromerit.issuer.definition.rest;

/** Examples in the API description; a test sends them as they stand. */
final class DefinitionExamples {
  static final String HYGIENE =
      """
      {
        "kind": "MICRO_CREDENTIAL",
        "certificationLevel": "DEMONSTRATED",
        "title": {"sv": "Hygien i vård", "en": "Hygiene in care"},
        "description": {"en": "Basic hygiene for those who work close to patients."},
        "country": "SE",
        "region": "SE224",
        "awardingBody": {"name": "Vårdskolan"},
        "outcomes": [
          {
            "text": {"sv": "Tillämpar basala hygienrutiner", "en": "Applies basic hygiene routines"},
            "criterion": {"sv": "Desinfekterar händerna utan fel", "en": "Disinfects hands without a mistake"},
            "skills": [
              {
                "uri": "http://data.europa.eu/esco/skill/0450eaee-1a00-4622-8f4e-5356fce816d2",
                "label": "hygiene in a health care setting"
              }
            ]
          }
        ],
        "workload": {"hours": 40, "credits": {"system": "ECTS", "value": 1.5}},
        "level": {"framework": "SeQF", "value": "4"},
        "assessment": {
          "types": ["practical"],
          "method": "Observed on a ward",
          "supervision": "supervised-onsite-identity-check",
          "assessorRole": "Ward teacher"
        },
        "participation": {"mode": "blended", "setting": "non-formal"},
        "qualityAssurance": {
          "type": "third-party",
          "body": "Myndigheten för yrkeshögskolan",
          "reference": "MYH 2026/17",
          "validUntil": "2030-12-31"
        },
        "benefits": [{"type": "job-task", "text": "May take part in basic care"}],
        "prerequisites": "None",
        "languages": ["sv"],
        "stacking": {"standAlone": true}
      }
      """;

  private DefinitionExamples() {}
}
