// What the demo tells: a small world of our own making. ESCO's URIs and labels are facts of ESCO 1.1.1.
// This service uses the ESCO classification of the European Commission.

export const vardskolan = {
  client: "vardskolan",
  id: "0190a000-0000-7000-8000-000000000001",
  application: { name: "Vårdskolan i Åmål ®", country: "SE", governanceModel: "AUTONOMOUS" },
};
export const omsorgsakademin = {
  client: "omsorgsakademin",
  id: "0190a000-0000-7000-8000-000000000002",
  application: { name: "Omsorgsakademin Österlen", country: "SE", governanceModel: "AUTONOMOUS" },
};
export const snabbkurs = {
  client: "snabbkurs",
  id: "0190a000-0000-7000-8000-000000000003",
  application: { name: "Snabbkurs Direkt AB", country: "SE", governanceModel: "AUTONOMOUS" },
};

export const learner = {
  givenName: "Lisa Åsa",
  familyName: "Sjöberg-Čermák 🌻",
  identifier: { type: "email", value: "lisa@example.org" },
};

const esco = (id, label) => ({ uri: `http://data.europa.eu/esco/skill/${id}`, label });

function definition(sv, en, hours, outcomes, more = {}) {
  return {
    kind: "MICRO_CREDENTIAL",
    certificationLevel: "DEMONSTRATED",
    title: { sv, en },
    country: "SE",
    awardingBody: { name: vardskolan.application.name },
    outcomes,
    workload: { hours },
    level: { framework: "SeQF", value: "4" },
    assessment: {
      types: ["practical"],
      method: "Observed on a ward, against the criteria above",
      supervision: "supervised-onsite-identity-check",
      assessorRole: "Ward teacher",
    },
    participation: { mode: "blended", setting: "non-formal" },
    qualityAssurance: {
      type: "third-party",
      body: "Vård- och omsorgscollege Värmland",
      reference: "VOC 2026/17",
    },
    benefits: [{ type: "job-task", text: "May work with basic care under guidance" }],
    languages: ["sv"],
    ...more,
  };
}

export const hygiene = definition("Hygien i vård", "Hygiene in care", 40, [
  {
    text: { sv: "Tillämpar basala hygienrutiner ®", en: "Applies basic hygiene routines ®" },
    criterion: {
      sv: "Desinfekterar händer och byter skyddskläder utan fel i tre situationer",
      en: "Disinfects hands and changes protective clothing without a mistake in three situations",
    },
    skills: [
      esco("0450eaee-1a00-4622-8f4e-5356fce816d2", "hygiene in a health care setting"),
      esco("6d13053b-ee35-492c-8976-8178420df398", "infection control"),
    ],
  },
]);

export const firstAid = definition("Första hjälpen", "First aid", 16, [
  {
    text: { sv: "Ger första hjälpen tills vården tar över", en: "Gives first aid until care takes over" },
    criterion: {
      sv: "Utför hjärt-lungräddning och stoppar en blödning på övningsdocka",
      en: "Performs resuscitation and stops a bleeding on a manikin",
    },
    skills: [esco("1d21f6ad-340f-45da-a0a3-4e83867f47a6", "provide first aid")],
  },
]);

export const foodSafety = {
  ...definition("Livsmedelshygien", "Food hygiene", 24, [
    {
      text: { sv: "Hanterar livsmedel säkert", en: "Handles food safely" },
      criterion: {
        sv: "Håller kylkedja och rengöring under ett arbetspass",
        en: "Keeps the cold chain and the cleaning during a shift",
      },
      skills: [esco("0ff99f51-40d9-42f1-a1ec-377b2bb5e15f", "comply with food safety and hygiene")],
    },
  ]),
  awardingBody: { name: omsorgsakademin.application.name },
};

export const careBasics = definition("Grund för vård och omsorg 🎓", "Basics of health and social care 🎓", 80, [
  {
    text: {
      sv: "Kan börja arbeta i vård och omsorg under handledning",
      en: "Can begin to work in health and social care under guidance",
    },
    criterion: { sv: "Har alla delarna", en: "Has all the parts" },
    skills: [esco("d9449998-c1f5-478c-a103-2255398cf0b6", "apply hygiene standards")],
  },
]);

export const withoutAssessment = (() => {
  const { assessment: _left, ...rest } = definition("Inspirationsdag om hygien", "A day on hygiene", 6, [
    {
      text: { sv: "Känner till hygienrutiner", en: "Knows of hygiene routines" },
      criterion: { sv: "Har varit med", en: "Was there" },
      skills: [],
    },
  ]);
  return { ...rest, certificationLevel: "OBJECTIVES" };
})();

export const headings =
  "given_name,family_name,identifier_type,identifier,awarded_at,external_reference,evidence_statement";

/** Rows of a class, Lisa among them; the term keeps one telling's learners apart from another's. */
export const classOf = (learners, term) =>
  Array.from(
    { length: learners },
    (_, i) =>
      i === 0
        ? `Lisa Åsa,Sjöberg-Čermák 🌻,email,lisa@example.org,2026-05-20,${term}-1,"Observed on ward 7, twice"`
        : `Elev ${i + 1},Åkesson,email,elev.${i + 1}@${term}.example.org,2026-05-20,${term}-${i + 1},"Observed on ward 7, twice"`,
  );

/** By the row's place: a name left out, an address that is none, a date that no calendar has. */
export const mistakes = {
  16: (row) => row.replace("Åkesson", ""),
  76: (row) => row.replace("@", " at "),
  199: (row) => row.replace("2026-05-20", "2026-05-32"),
};
