// How the demo speaks: a heading for each step, the curl that does it, what came of it, and an end at the first surprise.

const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);

let steps = 0;

export function step(title) {
  steps += 1;
  console.log(`\n${paint("1", `${steps}. ${title}`)}`);
}

export function told(text) {
  console.log(`   ${paint("32", "✓")} ${text}`);
}

export function aside(text) {
  console.log(`   ${paint("2", text)}`);
}

/** A command that somebody could have typed. */
export function typed(command) {
  console.log(`   ${paint("36", `$ ${command}`)}`);
}

export class Surprise extends Error {}

export function expect(condition, what, reply) {
  if (!condition) {
    const body = reply ? `\n   answer ${reply.status}: ${reply.text.slice(0, 1500)}` : "";
    throw new Surprise(`${what}${body}`);
  }
}

const shown = (body) => {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  return (text.length > 240 ? `${text.slice(0, 240)}…` : text).replaceAll("'", "'\\''");
};

/** Sends one request, and shows the curl that would. `as` names whose token it carries. */
export async function call(method, url, { token, as, body, headers = {}, quiet = false, type = "application/json" } = {}) {
  const all = { ...headers };
  if (token) all.Authorization = `Bearer ${token}`;
  if (body !== undefined) all["Content-Type"] = type;
  if (!quiet) {
    const parts = ["curl"];
    if (method !== "GET") parts.push(`-X ${method}`);
    parts.push(/[?&]/.test(url) ? `'${url}'` : url);
    if (token) parts.push(`-H "Authorization: Bearer $${(as ?? "token").toUpperCase()}"`);
    for (const [name, value] of Object.entries(headers)) parts.push(`-H '${name}: ${value}'`);
    if (body !== undefined) parts.push(`-H 'Content-Type: ${type}' --data-binary '${shown(body)}'`);
    console.log(`   ${paint("36", parts.join(" "))}`);
  }
  const response = await fetch(url, {
    method,
    headers: all,
    body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  });
  const text = await response.text();
  let json;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** Asks until the answer is as wanted, and says how long that took. */
export async function until(what, ask, wanted, pause = 50) {
  const began = Date.now();
  let last;
  while (Date.now() - began < 60_000) {
    last = await ask();
    if (wanted(last)) {
      return { reply: last, seconds: (Date.now() - began) / 1000 };
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  expect(false, `not within 60 s: ${what}`, last);
}
