package org.mikromerit.verification.verdict.rest;

/**
 * Requests that hold for ever: signed by keys that were made for them, and named by did:key, so
 * that nothing has to be known to verify them.
 */
final class VcApiExamples {
  static final String CREDENTIAL =
      """
      {
       "verifiableCredential": {
        "@context": [
         "https://www.w3.org/ns/credentials/v2"
        ],
        "type": [
         "VerifiableCredential"
        ],
        "issuer": "did:key:z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG",
        "validFrom": "2026-05-20T12:00:00Z",
        "credentialSubject": {
         "id": "did:key:z6MkoDKTSv19fUbXEWAxe5ziuGgpecHbhr6KydYgrbHtExuA",
         "name": "Åsa Öberg"
        },
        "proof": {
         "type": "DataIntegrityProof",
         "cryptosuite": "eddsa-rdfc-2022",
         "created": "2026-05-20T12:00:00Z",
         "verificationMethod": "did:key:z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG#z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG",
         "proofPurpose": "assertionMethod",
         "proofValue": "z67AaSXNp5XQ1acUPC1E3NT2DAhSL65U12ybvBtEty4CAq1izkK4f7gD273T4p2xcVyPJZKphAHQD8eKBS5SDUrTm"
        }
       },
       "options": {
        "checks": [
         "proof",
         "credentialStatus"
        ]
       }
      }
      """;

  static final String PRESENTATION =
      """
      {
       "verifiablePresentation": {
        "@context": [
         "https://www.w3.org/ns/credentials/v2"
        ],
        "type": [
         "VerifiablePresentation"
        ],
        "holder": "did:key:z6MkoDKTSv19fUbXEWAxe5ziuGgpecHbhr6KydYgrbHtExuA",
        "verifiableCredential": [
         {
          "@context": [
           "https://www.w3.org/ns/credentials/v2"
          ],
          "type": [
           "VerifiableCredential"
          ],
          "issuer": "did:key:z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG",
          "validFrom": "2026-05-20T12:00:00Z",
          "credentialSubject": {
           "id": "did:key:z6MkoDKTSv19fUbXEWAxe5ziuGgpecHbhr6KydYgrbHtExuA",
           "name": "Åsa Öberg"
          },
          "proof": {
           "type": "DataIntegrityProof",
           "cryptosuite": "eddsa-rdfc-2022",
           "created": "2026-05-20T12:00:00Z",
           "verificationMethod": "did:key:z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG#z6Mkn1q2JuTPWEz1KGUH2oNQ718DCotFAt8a12oUg5wyKbBG",
           "proofPurpose": "assertionMethod",
           "proofValue": "z67AaSXNp5XQ1acUPC1E3NT2DAhSL65U12ybvBtEty4CAq1izkK4f7gD273T4p2xcVyPJZKphAHQD8eKBS5SDUrTm"
          }
         }
        ],
        "proof": {
         "type": "DataIntegrityProof",
         "cryptosuite": "eddsa-rdfc-2022",
         "created": "2026-05-21T08:00:00Z",
         "verificationMethod": "did:key:z6MkoDKTSv19fUbXEWAxe5ziuGgpecHbhr6KydYgrbHtExuA#z6MkoDKTSv19fUbXEWAxe5ziuGgpecHbhr6KydYgrbHtExuA",
         "proofPurpose": "authentication",
         "challenge": "3d6f1c1e",
         "domain": "employer.example",
         "proofValue": "z3jCTtsQwS7MPgvU5J64WE6goztnsrxpAhMyATznWP9gyfLBULD7AdaZrB9DzYE1Yo8e3xv2zGWXaqiJg9T6yT1Sj"
        }
       },
       "options": {
        "challenge": "3d6f1c1e",
        "domain": "employer.example"
       }
      }
      """;

  private VcApiExamples() {}
}
