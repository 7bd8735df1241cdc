import { describe, expect, it } from "vitest";
import { leakFinder, policyOf } from "../../src/sensitive-data/index.ts";
import { readValues as readRust } from "../detect/rust/support.ts";
import { readValue } from "../support/read-values.ts";

const leaksOf = leakFinder(policyOf({ allow: [], deny: [], sanitizers: [], owners: [] }));

/** Names that say by themselves what they hold, and which kind that is. */
const NAMES: Readonly<Record<string, string>> = {
  email: "email",
  emailAddress: "email",
  phone: "phone",
  phoneNumber: "phone",
  firstName: "name",
  fullName: "name",
  shippingAddress: "address",
  dateOfBirth: "dob",
  ssn: "gov_id",
  passportNumber: "gov_id",
  iban: "financial",
  cardNumber: "financial",
  salary: "financial",
  diagnosis: "health",
  nationality: "demographic",
  ipAddress: "ip",
  password: "password",
  otp: "otp",
  accessToken: "token",
  apiKey: "api_key",
  privateKey: "private_key",
};

/** Names whose numbers are the datum all the same; those of the others count something. */
const NUMBERS = `phone phoneNumber dateOfBirth ssn passportNumber iban cardNumber salary diagnosis nationality password otp`;

/**
 * `name`: the name decides, whatever it comes from. `proof`: nothing leaks, whatever it is called. `number`: the type
 * decides, and a number is the datum of some names. Each row has its reason.
 */
type Row = readonly [decides: "name" | "proof" | "number", reason: string, source: (name: string) => string];

const JAVASCRIPT: readonly Row[] = [
  ["name", "a function of another file says nothing", (n) => `const ${n} = load(x); use(${n})`],
  ["name", "nor what it hands out in a list", (n) => `const [${n}] = load(x); use(${n})`],
  ["name", "nor in an object", (n) => `const { ${n} } = load(x); use(${n})`],
  ["name", "a state's initial value is replaced", (n) => `const [${n}, set] = useState(""); use(${n})`],
  ["name", "a hook is called after what it keeps", (n) => `const [${n}] = useRecoilState(a); use(${n})`],
  ["name", "a ref holds what is typed in", (n) => `const ${n} = ref(""); use(${n}.value)`],
  ["name", "a reactive object as well", (n) => `const state = reactive({ ${n}: "" }); use(state.${n})`],
  ["name", "somebody's input is the datum", (n) => `(event) => { const ${n} = event.target.value; use(${n}) }`],
  ["name", "that of an element as well", (n) => `const ${n} = input.value; use(${n})`],
  ["name", "and of a reference to one", (n) => `const ${n} = inputRef.current.value; use(${n})`],
  ["name", "config is where it is kept", (n) => `const ${n} = getConfig("x"); use(${n})`],
  ["name", "a field is what it is parsed from", (n) => `const ${n} = parseField(row, 3); use(${n})`],
  ["name", "what is decrypted is plain", (n) => `const ${n} = decryptField(row.x); use(${n})`],
  ["name", "a format is a form", (n) => `const ${n} = formatDate(x); use(${n})`],
  ["name", "part of an address", (n) => `const ${n} = location.hash.slice(1); use(${n})`],
  ["name", "a key that says nothing", (n) => `const ${n} = searchParams.get("q"); use(${n})`],
  ["name", "a status of anything", (n) => `const ${n} = row.status; use(${n})`],
  ["name", "written later", (n) => `let ${n} = ""; on((e) => { ${n} = e.target.value }); use(${n})`],
  ["name", "a fallback is one of two", (n) => `const ${n} = x || "none"; use(${n})`],
  ["name", "a parameter", (n) => `function f(${n}) { use(${n}) }`],
  ["name", "a member", (n) => `use(state.${n})`],
  ["name", "a getter's literal key", (n) => `use(row.get("${n}"))`],
  ["name", "a key of what is entered", (n) => `(event) => use({ ${n}: event.target.value })`],
  ["name", "a key of what a function yields", (n) => `use({ ${n}: getStatus() })`],
  ["name", "a translation with it", (n) => `use(t("sent", { x: ${n} }))`],
  ["name", "an encoding hides nothing", (n) => `use(btoa(${n}))`],
  ["name", "a type that is not resolved", (n) => `function f(${n}: State) { use(${n}) }`],
  ["name", "a text is what it is", (n) => `function f(${n}: string) { use(${n}) }`],
  ["number", "a number may be it", (n) => `function f(${n}: number) { use(${n}) }`],
  ["proof", "true or false", (n) => `function f(${n}: boolean) { use(${n}) }`],
  ["proof", "one of a few texts", (n) => `function f(${n}: "a" | "b") { use(${n}) }`],
  ["proof", "a literal", (n) => `const ${n} = "none"; use(${n})`],
  ["proof", "a state of true and false", (n) => `const [${n}] = useState(false); use(${n})`],
  ["proof", "a comparison", (n) => `const ${n} = a === b; use(${n})`],
  ["proof", "its length", (n) => `use({ ${n}: ${n}.length })`],
  ["proof", "a hash", (n) => `const ${n} = sha256(x); use(${n})`],
  ["proof", "the project's redaction", (n) => `use({ ${n}: redact(${n}) })`],
  ["proof", "a member of what was redacted", (n) => `const { ${n} } = redactUser(x); use({ ${n} })`],
  ["proof", "whether it is there", (n) => `use({ ${n}: Boolean(${n}) })`],
];

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const RUST: readonly Row[] = [
  ["name", "a function of another file says nothing", (n) => `fn f() { let ${n} = load(x); observe(${n}) }`],
  ["name", "config is where it is kept", (n) => `fn f() { let ${n} = get_config("x"); observe(${n}) }`],
  ["name", "a field is what it is parsed from", (n) => `fn f() { let ${n} = parse_field(row, 3); observe(${n}) }`],
  ["name", "what is decrypted is plain", (n) => `fn f() { let ${n} = decrypt_field(x); observe(${n}) }`],
  ["name", "a conversion", (n) => `fn f() { observe(${n}.to_string()) }`],
  ["name", "a conversion by path", (n) => `fn f() { observe(${n}.map(str::to_owned)) }`],
  ["name", "an unwrapped option", (n) => `fn f() { observe(${n}.unwrap_or_default()) }`],
  ["name", "a fallback", (n) => `fn f() { let ${n} = x.unwrap_or("none"); observe(${n}) }`],
  ["name", "a clone", (n) => `fn f() { let ${n} = row.x.clone(); observe(${n}) }`],
  ["name", "a parameter", (n) => `fn f(${n}: &str) { observe(${n}) }`],
  ["name", "an optional one", (n) => `fn f(${n}: Option<String>) { observe(${n}) }`],
  ["name", "a type that is not resolved", (n) => `fn f(${n}: State) { observe(${n}) }`],
  ["name", "a field", (n) => `fn f() { observe(state.${n}) }`],
  ["name", "a field that a pattern takes", (n) => `fn f(Row { ${n}: x, .. }: &Row) { observe(x) }`],
  ["name", "a variable that a pattern binds", (n) => `fn f() { if let Some(${n}) = load() { observe(${n}) } }`],
  ["name", "a format", (n) => `fn f() { observe(format!("{}", ${n})) }`],
  ["name", "an argument in a format", (n) => `fn f() { observe(format!("{${n}}")) }`],
  ["name", "a debugging format", (n) => `fn f() { observe(format!("{${n}:?}")) }`],
  ["name", "an encoding hides nothing", (n) => `fn f() { observe(hex::encode(&${n})) }`],
  ["name", "a key", (n) => `fn f() { observe(json!({ "${n}": load(x) })) }`],
  ["name", "a getter's literal key", (n) => `fn f() { observe(row.get("${n}")) }`],
  ["name", "a secret that is exposed", (n) => `fn f(${n}: SecretString) { observe(${n}.expose_secret()) }`],
  ["name", "a call of that name", (n) => `fn f() { observe(row.${n}()) }`],
  ["number", "a number may be it", (n) => `fn f(${n}: u64) { observe(${n}) }`],
  ["proof", "true or false", (n) => `fn f(${n}: bool) { observe(${n}) }`],
  ["proof", "a type that guards it", (n) => `fn f(${n}: SecretString) { observe(${n}) }`],
  ["proof", "one of a few", (n) => `enum E { A, B } fn f(${n}: E) { observe(${n}) }`],
  ["proof", "a literal", (n) => `fn f() { let ${n} = "none"; observe(${n}) }`],
  ["proof", "a comparison", (n) => `fn f() { let ${n} = a == b; observe(${n}) }`],
  ["proof", "its length", (n) => `fn f() { observe(${n}.len()) }`],
  ["proof", "whether it is there", (n) => `fn f() { observe(${n}.is_some()) }`],
  ["proof", "a hash", (n) => `fn f() { let ${n} = blake3::hash(x); observe(${n}) }`],
  ["proof", "the project's redaction", (n) => `fn f() { observe(redact(&${n})) }`],
];

describe.each([
  ["JavaScript", JAVASCRIPT, (code: string) => [readValue(code, "typescript")], (name: string) => name],
  ["Rust", RUST, (code: string) => readRust(code), snake],
] as const)("in %s", (_, rows, read, spelled) => {
  it.each(rows)("the %s decides: %s", (decides, _reason, source) => {
    const found = Object.keys(NAMES).map((name) => {
      const leaks = read(source(spelled(name))).flatMap((value) => leaksOf(value));
      return [name, leaks.filter(({ tier }) => tier === 1).map(({ kind }) => kind)];
    });
    const expected = Object.entries(NAMES).map(([name, kind]) => {
      const isFound = decides === "name" || (decides === "number" && NUMBERS.split(" ").includes(name));
      return [name, isFound ? [kind] : []];
    });
    expect(found).toEqual(expected);
  });
});
