// One credential's whole life, told on the running platform. Every step is a request that anybody can repeat.
import { execFile, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as world from "./story.mjs";
import { aside, call, expect, step, Surprise, told, typed, until } from "./teller.mjs";

const issuer = process.env.MIKROMERIT_ISSUER_URL ?? "http://localhost:8081";
const registry = process.env.MIKROMERIT_REGISTRY_URL ?? "http://localhost:8082";
const verification = process.env.MIKROMERIT_VERIFICATION_URL ?? "http://localhost:8083";
const stacking = process.env.MIKROMERIT_STACKING_URL ?? "http://localhost:8084";
const oidc = process.env.MIKROMERIT_OIDC_URL ?? "http://localhost:8180/realms/mikromerit";
const checkout = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
// Known to who started it on this machine: ./mikromerit demo.
const issuerProcess = Number(process.env.MIKROMERIT_ISSUER_PID ?? 0);
const otherVerifier = join(checkout, "credential-core/src/test/node/verify.mjs");

const tokens = {};

const signIn = (client) =>
  token(client, `grant_type=client_credentials&client_id=${client}&client_secret=${client}-secret`);
const signInPerson = (name) =>
  token(name, `grant_type=password&client_id=portal&username=${name}&password=demo`);

async function token(name, grant) {
  const reply = await call("POST", `${oidc}/protocol/openid-connect/token`, {
    body: grant,
    type: "application/x-www-form-urlencoded",
    quiet: Object.keys(tokens).length > 0,
  });
  expect(reply.status === 200, `a token for ${name}`, reply);
  tokens[name] = reply.json.access_token;
}

const as = (client) => ({ token: tokens[client], as: client });
const at = (base, organisation, path) => `${base}/organisations/${organisation.id}${path}`;

async function apply(organisation) {
  const reply = await call("POST", at(registry, organisation, "/application"), {
    ...as(organisation.client),
    body: organisation.application,
  });
  if (reply.status === 409) {
    aside(`${organisation.application.name} applied in an earlier telling`);
    return;
  }
  expect(reply.status === 201, `${organisation.client} applies`, reply);
  told(`${organisation.application.name}: ${reply.json.state}`);
}

async function decide(organisation, decision, reason) {
  const before = await call("GET", `${registry}/organisations/${organisation.id}`, { quiet: true });
  if (!["APPLIED", "IN_REVIEW"].includes(before.json.state)) {
    aside(`${before.json.name} is ${before.json.state} since an earlier telling`);
    return;
  }
  const prepared = await call("POST", at(registry, organisation, "/review"), {
    ...as("rut"),
    body: { proposal: decision, reason },
  });
  expect(prepared.status === 200, `rut prepares the decision on ${organisation.client}`, prepared);
  const alone = await call("POST", at(registry, organisation, "/decision"), {
    ...as("rut"),
    body: { decision },
    quiet: true,
  });
  expect(alone.status === 403, "rut does not decide alone", alone);
  const reply = await call("POST", at(registry, organisation, "/decision"), {
    ...as("rolf"),
    body: { decision },
  });
  expect(reply.status === 200, `the decision on ${organisation.client}`, reply);
  told(`${reply.json.name}: ${reply.json.state}`);
}

async function publish(organisation, draft) {
  const created = await call("POST", at(issuer, organisation, "/definitions"), {
    ...as(organisation.client),
    body: draft,
  });
  expect(created.status === 201, `the draft ${draft.title.sv}`, created);
  const published = await call("POST", at(issuer, organisation, `/definitions/${created.json.id}/publication`), {
    ...as(organisation.client),
  });
  expect(published.status === 200, `${draft.title.sv} is published`, published);
  told(`"${draft.title.sv}" / "${draft.title.en}" is published, version ${published.json.version}`);
  return { id: created.json.id, version: published.json.version };
}

async function issue(organisation, definition, key = randomUUID(), quiet = false) {
  const reply = await call("POST", at(issuer, organisation, "/credentials"), {
    ...as(organisation.client),
    headers: { "Idempotency-Key": key },
    quiet,
    body: {
      definition,
      recipient: world.learner,
      awardedAt: "2026-05-20T12:00:00Z",
      evidenceStatement: "Observed on ward 7, protocol kept by the school",
    },
  });
  return { ...reply, key };
}

/** Sends a file of rows; where to see how it goes. */
async function sendOff(organisation, definition, rows, query = "") {
  const { id, version } = definition;
  const sent = await call("POST", at(issuer, organisation, `/batches?definition=${id}&version=${version}${query}`), {
    ...as(organisation.client),
    headers: { "Idempotency-Key": randomUUID() },
    type: "text/csv",
    body: [world.headings, ...rows].join("\n"),
  });
  expect(sent.status === 202, "the file is taken", sent);
  const own = `${issuer}${sent.headers.get("location")}`;
  // While nobody listens there is no answer, which is an answer.
  const read = () => call("GET", own, { ...as(organisation.client), quiet: true }).catch(() => undefined);
  return { own, read };
}

async function finished({ own, read }) {
  const { reply, seconds } = await until("every row is decided", read, (r) => r?.json?.state === "FINISHED");
  return { own, seconds, ...reply.json };
}

/** Sends a file of rows, and follows it to its end. */
const send = async (...file) => finished(await sendOff(...file));

async function rights(definition, others) {
  step("A creator lets another institution issue its definition, and takes that back");
  const path = `/definitions/${definition.id}/rights`;
  const granted = await call("POST", at(issuer, world.vardskolan, path), {
    ...as("vardskolan"),
    body: { holder: world.omsorgsakademin.id },
  });
  expect(granted.status === 201, "the right", granted);
  const issued = await issue(world.omsorgsakademin, definition);
  expect(issued.status === 201, "who holds the right issues", issued);
  told(`${world.omsorgsakademin.application.name} issues "Hygien i vård": 201`);
  const without = await issue(world.vardskolan, others, randomUUID(), true);
  expect(without.status === 403, "who has no right does not", without);
  told(`without a right: 403 ${without.json.title}`);
  const withdrawn = await call("POST", at(issuer, world.vardskolan, `${path}/${granted.json.id}/withdrawal`), {
    ...as("vardskolan"),
    body: { reason: "The assessors that were agreed on have left" },
  });
  expect(withdrawn.status === 200, "the withdrawal", withdrawn);
  const late = await issue(world.omsorgsakademin, definition, randomUUID(), true);
  expect(late.status === 403, "after the withdrawal nothing is issued", late);
  told(`after the withdrawal: 403 ${late.json.title}`);
  const { reply } = await until(
    "the verdict knows of it",
    () => verify(issued.text),
    (r) => r.json?.conclusion === "VALID" && r.text.includes("withdrawn"),
  );
  told(`what was issued before stays ${reply.json.conclusion}: ${right(reply)}`);
}

const right = (verdict) => verdict.json.findings.find((each) => each.check === "issuing-right")?.text.en;

async function portfolio(revoked) {
  step("The learner signs in, and sees theirs; another learner sees nothing of it");
  for (const person of ["lisa", "lars"]) await signInPerson(person);
  const id = revoked.json.id.replace("urn:uuid:", "");
  const { reply } = await until(
    "the portfolio has it, and says that it is revoked",
    () => call("GET", `${registry}/portfolio?limit=200`, { ...as("lisa"), quiet: true }),
    (r) => r.json?.items?.some((each) => each.id === id && JSON.stringify(each.status).includes("REVOKED")),
  );
  await call("GET", `${registry}/portfolio?limit=200`, as("lisa"));
  told(`lisa has ${reply.json.items.length} credentials from ${new Set(reply.json.items.map((each) => each.issuer.name)).size} institutions`);
  const original = await call("GET", `${registry}/portfolio/${id}`, as("lisa"));
  expect(original.text === revoked.text, "the original, byte for byte", original);
  told("she downloads an original: the same bytes that were signed");
  const others = await call("GET", `${registry}/portfolio/${id}`, { ...as("lars"), quiet: true });
  expect(others.status === 404, "lars is told of no such credential", others);
  told("lars asks for the same: 404");

  step("However somebody asks, what was revoked reads revoked: a posted copy, an id, an exported file");
  const byId = await call("POST", `${verification}/verify/id`, { body: { id: revoked.json.id } });
  expect(byId.json?.conclusion === "INVALID", "by its id", byId);
  const exported = await fetch(`${registry}/portfolio/export`, {
    headers: { Authorization: `Bearer ${tokens.lisa}` },
  });
  expect(exported.status === 200, "the export");
  const zip = Buffer.from(await exported.arrayBuffer());
  const judged = await fetch(`${verification}/verify/export`, {
    method: "POST",
    headers: { "Content-Type": "application/zip" },
    body: zip,
  });
  const verdicts = await judged.json();
  const file = verdicts.files?.find((each) => each.name.includes(id));
  expect(file?.verdict?.conclusion === "INVALID", `in the exported file: ${JSON.stringify(verdicts).slice(0, 600)}`);
  told(`by id ${byId.json.conclusion}; in her export of ${zip.length} bytes, ${verdicts.files.length} files, ${file.verdict.conclusion}`);
}

async function batch(definition) {
  step("A whole class in one file: rehearsed, sent, mended, sent again");
  const rows = world.classOf(200, randomUUID().slice(0, 8));
  const mistaken = rows.map((row, i) => world.mistakes[i]?.(row) ?? row);
  const rehearsed = await send(world.vardskolan, definition, mistaken, "&dryRun=true");
  expect(rehearsed.issuable === 197 && rehearsed.issued === 0, `197 could be issued, not ${rehearsed.issuable}`);
  told(`rehearsed: ${rehearsed.issuable} of ${rehearsed.rows} rows could be issued, ${rehearsed.refused} could not, nothing was`);
  const first = await send(world.vardskolan, definition, mistaken);
  expect(first.issued === 197 && first.refused === 3, `197 are issued, not ${first.issued}`);
  told(`sent: ${first.issued} issued, ${first.refused} refused (${first.seconds.toFixed(1)} s)`);
  const refused = await call("GET", `${first.own}/rows?state=REFUSED`, as("vardskolan"));
  for (const row of refused.json.items) {
    const [problem] = row.problems;
    aside(`row ${row.row}, ${problem.field}: ${problem.code}. ${problem.detail}`);
  }
  const again = await send(world.vardskolan, definition, mistaken);
  expect(again.issued === 0 && again.skipped === 197, `the same file issues nothing, not ${again.issued}`);
  told(`the same file again: ${again.issued} issued, ${again.skipped} skipped`);
  const mended = await send(world.vardskolan, definition, rows.toReversed());
  expect(mended.issued === 3, `the mended rows are issued, not ${mended.issued}`);
  told(`mended, and in another order: ${mended.issued} issued`);
}

/** Everything of a list, page by page. */
async function all(url, { token } = {}) {
  const items = [];
  let after = "";
  do {
    const page = await call("GET", `${url}?limit=200${after}`, { token, quiet: true });
    expect(page.status === 200, "a page of the list", page);
    items.push(...page.json.items);
    after = page.json.next ? `&after=${page.json.next}` : "";
  } while (after);
  return items;
}

/** A file of which some rows are decided and some are not; another one, where this came too late. */
async function underWay(definition, issued) {
  let middle;
  for (let tries = 0; tries < 5; tries += 1) {
    const before = await issued();
    const rows = world.classOf(200, randomUUID().slice(0, 8)).map((row, i) => world.mistakes[i]?.(row) ?? row);
    const file = await sendOff(world.vardskolan, definition, rows);
    middle = (await until("some rows are decided", file.read, (r) => r?.json?.done > 0, 5)).reply.json;
    if (middle.done < middle.rows) return { before, rows, file, middle };
    aside("that file was decided before anybody looked: another one");
  }
  expect(false, `a file is met in its middle, not at ${middle.done} of ${middle.rows} rows`);
}

async function killed(definition) {
  step("The issuer is killed in the middle of a file, and started again");
  if (!issuerProcess) {
    aside("left out here: ./mikromerit demo knows which process to kill, and how to start it again");
    return;
  }
  const school = world.vardskolan;
  const issued = async () => new Set((await all(at(issuer, school, "/credentials"), as(school.client))).map((one) => one.id));
  const registered = async () =>
    (await all(`${registry}/ledger`)).filter((one) => one.issuer === school.id && one.fact === "ISSUED");
  const { before, rows, file, middle } = await underWay(definition, issued);
  process.kill(issuerProcess, "SIGKILL");
  typed(`kill -9 ${issuerProcess}`);
  await until("the issuer is gone", file.read, (r) => r === undefined);
  told(`the issuer is gone, when ${middle.done} of ${middle.rows} rows were decided`);

  typed("./mikromerit up issuer");
  await promisify(execFile)(join(checkout, "mikromerit"), ["up", "issuer"]);
  const end = await finished(file);
  expect(end.issued === 197 && end.refused === 3, `197 are issued, not ${end.issued}`);
  told(`started again, it goes on by itself where its last commit ended: ${end.issued} issued, ${end.refused} refused`);

  const added = [...(await issued())].filter((id) => !before.has(id));
  expect(added.length === 197, `there are 197 more credentials, not ${added.length}`);
  const entries = async () => (await registered()).filter((one) => added.includes(one.credentialId));
  const { reply: inLedger } = await until("the ledger has them", entries, (them) => them.length >= 197);
  expect(inLedger.length === 197, `the ledger has each once, not ${inLedger.length}`);
  told(`exactly ${added.length} credentials more than before, and ${inLedger.length} entries for them in the public ledger`);
  const again = await send(school, definition, rows);
  expect(again.issued === 0 && again.skipped === 197, `the same file issues nothing, not ${again.issued}`);
  told(`the same file again: ${again.issued} issued, ${again.skipped} skipped`);
}

const verify = (document, quiet = true) =>
  call("POST", `${verification}/verify`, { body: document, type: "application/vc", quiet });

const findings = (verdict) => verdict.json.findings.map((each) => `${each.check} ${each.outcome}`).join(", ");

/** The same content in another order of keys and with other white space. */
function rearranged(value) {
  if (Array.isArray(value)) return value.map(rearranged);
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, rearranged(inner)]));
  }
  return value;
}

/** The libraries that others wrote, which the tests fetch too. */
function fetchOtherVerifier() {
  if (!existsSync(join(dirname(otherVerifier), "node_modules"))) {
    aside("fetching @digitalbazaar/vc with npm, this once");
    execFileSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      cwd: dirname(otherVerifier),
      stdio: "pipe",
    });
  }
}

function verifiedByOthers(document, didDocuments, context) {
  const folder = mkdtempSync(join(tmpdir(), "mikromerit-demo-"));
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const args = [otherVerifier, file("credential.json", document)];
  didDocuments.forEach((did, n) => args.push("--did-documents", file(`did-${n}.json`, did)));
  args.push("--context", file("context.json", context));
  try {
    return { verified: true, output: execFileSync("node", args, { encoding: "utf8" }).trim() };
  } catch (failure) {
    return { verified: false, output: `${failure.stdout ?? ""}${failure.stderr ?? ""}`.trim() };
  }
}

async function tell() {
  step("Everybody signs in with the identity provider (the others alike; the authority's rut and rolf by password)");
  for (const client of ["vardskolan", "omsorgsakademin", "snabbkurs"]) await signIn(client);
  for (const person of ["rut", "rolf"]) await signInPerson(person);
  told("five tokens");

  step("Three organisations apply to the registry");
  for (const each of [world.vardskolan, world.omsorgsakademin, world.snabbkurs]) await apply(each);

  step("The authority authorises two of them and refuses one: rut prepares, rolf decides");
  await decide(world.vardskolan, "AUTHORISE", "Meets the conditions");
  await decide(world.omsorgsakademin, "AUTHORISE", "Meets the conditions");
  await decide(world.snabbkurs, "REFUSE", "No assessment is described");
  const { seconds: keyed } = await until(
    "the signing keys are public",
    async () => {
      const documents = [world.vardskolan, world.omsorgsakademin].map((each) =>
        call("GET", `${registry}/organisations/${each.id}/did.json`, { quiet: true }));
      return Promise.all(documents);
    },
    (replies) => replies.every((reply) => reply.status === 200),
  );
  told(`each authorised organisation has a signing key and a did.json (${keyed.toFixed(1)} s later)`);

  step("Micro-credentials are defined and published");
  const hygiene = await publish(world.vardskolan, world.hygiene);
  const firstAid = await publish(world.vardskolan, world.firstAid);
  const foodSafety = await publish(world.omsorgsakademin, world.foodSafety);
  const careBasics = await publish(world.vardskolan, world.careBasics);

  step("What has no assessment is not a micro-credential");
  const unassessed = await call("POST", at(issuer, world.vardskolan, "/definitions"), {
    ...as("vardskolan"),
    body: world.withoutAssessment,
  });
  expect(unassessed.status === 201, "a draft may be incomplete", unassessed);
  const refused = await call(
    "POST",
    at(issuer, world.vardskolan, `/definitions/${unassessed.json.id}/publication`),
    as("vardskolan"),
  );
  expect(refused.status === 422, "publishing without assessment is refused", refused);
  const reason = refused.json.errors.find((error) => error.code === "MC-NOT-ASSESSED");
  expect(reason, "the reason is MC-NOT-ASSESSED", refused);
  told(`422 ${reason.code}: ${reason.detail}`);

  step("The three stack into an award: the pathway and the rule for it");
  const pathway = await call("POST", at(stacking, world.vardskolan, "/pathways"), {
    ...as("vardskolan"),
    body: {
      title: { sv: "Grund för vård och omsorg", en: "Basics of health and social care" },
      rule: {
        allOf: [
          { part: { definition: hygiene.id } },
          { nOf: { n: 2, of: [{ part: { definition: firstAid.id } }, { part: { definition: foodSafety.id } }] } },
        ],
      },
    },
  });
  expect(pathway.status === 201, "the pathway", pathway);
  const pathwayPublished = await call(
    "POST",
    at(stacking, world.vardskolan, `/pathways/${pathway.json.id}/publication`),
    as("vardskolan"),
  );
  expect(pathwayPublished.status === 200, "the pathway is published", pathwayPublished);
  const rule = await call("PUT", at(issuer, world.vardskolan, `/award-rules/${pathway.json.id}`), {
    ...as("vardskolan"),
    body: { definition: careBasics.id, brokenAward: "FLAG" },
  });
  expect(rule.status === 200 || rule.status === 201, "the award rule", rule);
  told("when the pathway completes, its award is issued");

  step("The refused organisation cannot issue");
  const notAllowed = await issue(world.snabbkurs, hygiene);
  expect(notAllowed.status === 403, "a refused organisation gets 403", notAllowed);
  told(`403 ${notAllowed.json.title}`);

  step(`Three credentials for one learner, ${world.learner.givenName} ${world.learner.familyName}`);
  const first = await issue(world.vardskolan, hygiene);
  expect(first.status === 201, "the first is issued", first);
  const again = await issue(world.vardskolan, hygiene, first.key);
  expect(again.status === 201 && again.text === first.text, "the same request gets the same bytes", again);
  told(`${first.json.id}; the same request again gave the same ${Buffer.byteLength(first.text)} bytes`);
  const second = await issue(world.vardskolan, firstAid);
  const third = await issue(world.omsorgsakademin, foodSafety);
  expect(second.status === 201, "the second is issued", second);
  expect(third.status === 201, "the third is issued", third);
  told(`${second.json.id}\n   ✓ ${third.json.id}`);
  for (const sign of ["Lisa Åsa", "Sjöberg-Čermák 🌻", "®"]) {
    expect(first.text.includes(sign), `${sign} survives`, first);
  }

  step("The ledger has them, without a name");
  for (const each of [first, second, third]) {
    const id = each.json.id.replace("urn:uuid:", "");
    const { reply } = await until(
      "the ledger has it",
      () => call("GET", `${registry}/ledger?credential=${id}`, { quiet: each !== first }),
      (answer) => answer.json?.items?.length === 1,
    );
    expect(!reply.text.includes("berg"), "no name in the ledger", reply);
    told(`row ${reply.json.items[0].position}: ${reply.json.items[0].fact}, digest ${reply.json.items[0].digest.slice(0, 16)}…`);
  }

  step("Our verifier believes it; so does a program that others wrote (@digitalbazaar/vc)");
  const { reply: verdict } = await until("the verdict is VALID", () => verify(first.text), (r) => r.json?.conclusion === "VALID");
  await verify(first.text, false);
  const seenAs = verdict.json.credential;
  expect(
    seenAs.holderName === `${world.learner.givenName} ${world.learner.familyName}` &&
      seenAs.issuer.name === world.vardskolan.application.name,
    "the names survive throughout",
    verdict,
  );
  told(`${verdict.json.conclusion}: ${findings(verdict)}`);
  const did = (await call("GET", `${registry}/organisations/${world.vardskolan.id}/did.json`, { quiet: true })).text;
  const context = (await call("GET", `${registry}/contexts/credential/v1`, { quiet: true })).text;
  fetchOtherVerifier();
  const others = verifiedByOthers(first.text, [did], context);
  expect(others.verified, `@digitalbazaar/vc verifies it: ${others.output}`);
  told(`@digitalbazaar/vc: verified`);

  step("Tampered with, it is refused by both");
  const tampered = first.text.replace("Hygien i vård", "Hygien i värld");
  expect(tampered !== first.text, "the copy differs");
  const badVerdict = await verify(tampered);
  expect(badVerdict.json.conclusion === "INVALID", "tampered is INVALID", badVerdict);
  expect(!badVerdict.text.includes("Čermák"), "what did not hold is not shown", badVerdict);
  told(`${badVerdict.json.conclusion}: ${findings(badVerdict)}`);
  const othersOnTampered = verifiedByOthers(tampered, [did], context);
  expect(!othersOnTampered.verified, "@digitalbazaar/vc refuses it");
  told("@digitalbazaar/vc: refused");

  step("The award appears");
  const progressUrl = at(stacking, world.vardskolan, `/pathways/${pathway.json.id}/progress`);
  const standing = await until(
    "the award stands",
    () => call("GET", progressUrl, { ...as("vardskolan"), quiet: true }),
    (answer) => answer.json?.items?.some((item) => item.award?.state === "STANDING"),
  );
  await call("GET", progressUrl, as("vardskolan"));
  const progress = standing.reply.json.items[0];
  told(`${progress.state}, award ${progress.award.credentialId} ${progress.award.state} (${standing.seconds.toFixed(1)} s)`);
  const award = await call("GET", at(issuer, world.vardskolan, `/credentials/${progress.award.credentialId}`), as("vardskolan"));
  expect(award.status === 200, "the award's document", award);
  for (const each of [first, second, third]) {
    expect(award.text.includes(each.json.id), "the award names its parts", award);
  }
  const awardVerdict = await until("the award is VALID", () => verify(award.text), (r) => r.json?.conclusion === "VALID");
  told(`${awardVerdict.reply.json.conclusion}: ${findings(awardVerdict.reply)}`);

  step("One part is revoked");
  const part = second.json.id.replace("urn:uuid:", "");
  const revoked = await call("POST", at(issuer, world.vardskolan, `/credentials/${part}/revocation`), {
    ...as("vardskolan"),
    body: { reason: "error" },
  });
  expect(revoked.status === 200, "the revocation", revoked);
  const seen = await until("the verdict says so", () => verify(second.text), (r) => r.json?.conclusion === "INVALID");
  told(`${seen.reply.json.conclusion} after ${seen.seconds.toFixed(2)} s: ${findings(seen.reply)}`);
  const copy = JSON.stringify(rearranged(second.json), null, 4);
  const copyVerdict = await verify(copy);
  expect(copyVerdict.json.conclusion === "INVALID", "a rearranged copy reads the same", copyVerdict);
  expect(
    copyVerdict.json.findings.some((f) => f.check === "proof" && f.outcome === "PASSED"),
    "the copy's proof holds, its status does not",
    copyVerdict,
  );
  told("so says it of a copy with other key order and white space, whose proof still holds");

  step("So the award is broken");
  const broken = await until(
    "the award reads broken",
    () => call("GET", progressUrl, { ...as("vardskolan"), quiet: true }),
    (answer) => answer.json?.items?.some((item) => item.award?.state === "BROKEN"),
  );
  told(`stacking: award ${broken.reply.json.items[0].award.state}`);
  const awardNow = await until("the award's verdict", () => verify(award.text), (r) => r.json?.conclusion === "INVALID");
  const parts = awardNow.reply.json.findings.find(
    (finding) => finding.check === "parts" && finding.outcome === "FAILED",
  );
  told(`verification: ${awardNow.reply.json.conclusion}, ${parts?.text?.en ?? findings(awardNow.reply)}`);

  await rights(hygiene, foodSafety);
  await batch(hygiene);
  await killed(hygiene);
  await portfolio(second);

  console.log("\nThat was one credential's whole life. To send a request yourself, put a token in place of its name: the README says how to get one, for\ninstitutions and for people. Bodies that end in … are cut; journeys/src/demo/story.mjs has them whole.");
}

try {
  await tell();
} catch (failure) {
  if (failure instanceof Surprise) {
    console.error(`\n✗ The demo ends here: ${failure.message}`);
  } else {
    console.error(`\n✗ The demo ends here: ${failure.message}. Is the platform up? Try ./mikromerit status`);
  }
  process.exit(1);
}
