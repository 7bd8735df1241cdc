import { lazily } from "./tables.ts";
import { finding, type Finding } from "./vocabulary.ts";

/** What a literal text contains, and where: UTF-16 offsets in the text. */
export interface LiteralFinding {
  readonly finding: Finding;
  readonly start: number;
  readonly end: number;
  /** What it is, with its article, to be read in a sentence. */
  readonly what: string;
}

/** Texts are read this far; a longer literal is data, not a message. */
const longestText = 10_000;

interface Detector {
  readonly kind: Finding["kind"];
  readonly what: string;
  /**
   * Global. No nested quantifiers, and every repetition is bounded or cannot restart within itself: linear
   * time.
   */
  readonly pattern: RegExp;
  /** A text that all matches contain, so that most literals cost one search. */
  readonly hint?: string;
  /** Whether a match is the real thing; without it every match is. */
  readonly holds?: (match: RegExpExecArray) => boolean;
}

/**
 * Prefixes that services give their credentials. They follow the rules of gitleaks (`config/gitleaks.toml`,
 * MIT licence, Copyright (c) 2019 Zachary Rice) and the services' own documentation, written for this table.
 */
const tokenPrefixes: readonly (readonly [kind: "token" | "api_key", what: string, prefix: string, rest: string])[] = [
  ["token", "a GitHub token", "gh[pousr]_", "[A-Za-z0-9]{30,255}"],
  ["token", "a GitHub token", "github_pat_", "[A-Za-z0-9_]{30,255}"],
  ["token", "a GitLab token", "gl(?:pat|ptt|dt|rt|cbt|oas|soat|ft|imt|agent)-", "[A-Za-z0-9_-]{20,300}"],
  ["api_key", "an AWS access key", "(?:AKIA|ASIA|ABIA|ACCA)", "[A-Z2-7]{16}"],
  ["api_key", "a Stripe key", "(?:sk|rk)_(?:live|test|prod)_", "[A-Za-z0-9]{10,247}"],
  ["api_key", "a Stripe webhook secret", "whsec_", "[A-Za-z0-9]{24,200}"],
  ["token", "a Slack token", "xox[abeoprs]-", "[A-Za-z0-9-]{10,250}"],
  ["token", "a Slack app token", "xapp-\\d-", "[A-Za-z0-9-]{10,250}"],
  ["api_key", "a Google API key", "AIza", "[A-Za-z0-9_-]{35}"],
  ["token", "a Google access token", "ya29\\.", "[A-Za-z0-9_-]{20,500}"],
  ["api_key", "a Google client secret", "GOCSPX-", "[A-Za-z0-9_-]{20,60}"],
  ["api_key", "a SendGrid key", "SG\\.", "[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16,64}"],
  ["token", "an npm token", "npm_", "[A-Za-z0-9]{36}"],
  ["token", "a Hugging Face token", "hf_", "[A-Za-z0-9]{30,60}"],
  ["api_key", "an Anthropic key", "sk-ant-", "[A-Za-z0-9_-]{20,200}"],
  ["api_key", "an OpenAI key", "sk-(?:proj|svcacct|admin)-", "[A-Za-z0-9_-]{20,250}"],
  ["api_key", "an OpenAI key", "sk-", "[A-Za-z0-9]{48}"],
  ["token", "a Shopify token", "shp(?:at|ca|pa|ss)_", "[A-Fa-f0-9]{32}"],
  ["token", "a Facebook access token", "EAACEdEose0cBA", "[A-Za-z0-9]{10,250}"],
  ["token", "a DigitalOcean token", "do[opr]_v1_", "[a-f0-9]{64}"],
  ["token", "a PyPI token", "pypi-AgEIcHlwaS5vcmc", "[A-Za-z0-9_-]{50,1000}"],
  ["api_key", "a Twilio key", "SK", "[0-9a-f]{32}"],
  ["api_key", "a Mailgun key", "key-", "[0-9a-f]{32}"],
  ["api_key", "a Square token", "(?:EAAA|sq0atp-|sq0csp-)", "[A-Za-z0-9_-]{22,60}"],
  ["token", "a Doppler token", "dp\\.(?:pt|st|ct|sa|scim|audit)\\.", "[A-Za-z0-9]{40,44}"],
  ["token", "a Databricks token", "dapi", "[a-f0-9]{32}"],
  ["token", "a Vault token", "hv[sb]\\.", "[A-Za-z0-9_-]{24,300}"],
  ["token", "a Linear key", "lin_api_", "[A-Za-z0-9]{40}"],
  ["token", "a Notion token", "ntn_", "[A-Za-z0-9]{40,50}"],
  ["token", "a Sentry token", "sntry[su]_", "[A-Za-z0-9+/=_-]{40,400}"],
  ["api_key", "a Grafana token", "gl(?:c|sa)_", "[A-Za-z0-9+/=_-]{32,400}"],
  ["token", "a Telegram bot token", "\\d{8,10}:AA", "[A-Za-z0-9_-]{33}"],
];

const detectors = lazily((): readonly Detector[] => [
  {
    kind: "private_key",
    what: "a private key",
    hint: "PRIVATE KEY",
    pattern: /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g,
  },
  {
    kind: "password",
    what: "credentials in a URL",
    hint: "://",
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/([^\s/?#@:"'`<>]{0,100}):([^\s/?#@"'`<>]{1,200})@[\w.[\]-]{1,253}/gi,
    holds: ([, , password = ""]) => !isPlaceholder(password),
  },
  {
    kind: "token",
    what: "a JSON Web Token",
    hint: "eyJ",
    pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}\.[\w-]{8,2000}/g,
  },
  ...tokenPrefixes.map(([kind, what, prefix, rest]): Detector => ({
    kind,
    what,
    pattern: new RegExp(`(?<![A-Za-z0-9_-])${prefix}${rest}(?![A-Za-z0-9])`, "g"),
    holds: ([token]) => !isPlaceholder(token),
  })),
  {
    kind: "email",
    what: "an e-mail address",
    hint: "@",
    // Starts where a local part starts, so that no long run of its characters is scanned twice.
    pattern: /(?<![\w.%+'-])[\w%+'-][\w.%+'-]{0,63}@((?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24})(?![\w@-])/gi,
    holds: isPersonalAddress,
  },
  {
    kind: "financial",
    what: "a bank account number (IBAN)",
    pattern: /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g,
    holds: ([iban]) => isIban(iban.replaceAll(" ", "")),
  },
  {
    kind: "financial",
    what: "a card number",
    pattern: /(?<![\w.-])\d(?:[ -]?\d){13,18}(?![\w]|[.-]\d)/g,
    holds: ([digits]) => isCard(digits.replace(/[ -]/g, "")),
  },
]);

/**
 * What a literal text contains: a private key block, credentials in a URL, a token of a known form, an e-mail
 * address, an IBAN or a card number; the leftmost if there are several. Placeholders, addresses of nobody
 * (`user@example.com`, `support@…`) and look-alikes (`git@github.com:…`, `react@18.2.0`) are silent. Only the
 * first 10,000 characters count.
 */
export function classifyLiteral(text: string): LiteralFinding | undefined {
  const head = text.slice(0, longestText);
  let first: LiteralFinding | undefined;
  for (const { kind, what, pattern, hint, holds } of detectors()) {
    if (hint !== undefined && !head.includes(hint)) continue;
    for (const match of head.matchAll(pattern)) {
      if (first !== undefined && match.index >= first.start) break;
      if (holds !== undefined && !holds(match)) continue;
      first = { finding: finding(kind), start: match.index, end: match.index + match[0].length, what };
    }
  }
  return first;
}

/** Text that stands for a value somebody is to fill in, or has been blanked. */
const placeholder = /^[*x•.#-]+$|^[<${%]|x{6}|\*{3}|example|placeholder|redacted|filtered|changeme|your[_-]?/i;

function isPlaceholder(value: string): boolean {
  return placeholder.test(value) || new Set(value).size < 3;
}

/** Domains that belong to nobody: RFC 2606, RFC 6761 and what manuals use instead. */
const nobodysDomain = new RegExp(
  "(?:^|\\.)(?:example|test|invalid|localhost|local|internal)$|(?:^|\\.)example\\.[a-z.]+$|" +
    "^(?:test|domain|your-?domain|mydomain|your-?company|foo|bar|email)\\.com$",
  "i",
);

/** Mailboxes of a role, not of a person. */
const roleMailbox = new RegExp(
  "^(?:no-?reply|do-?not-?reply|support|info|help|contact|sales|postmaster|webmaster|hostmaster|security|" +
    "privacy|abuse|" +
    "hello|team|billing|feedback|git|mailer-daemon|notifications?|your[._-]?e?mail|your[._-]?name)$",
  "i",
);

/** `icon@2x.png`, `pkg@latest.tgz`: files, not addresses. */
const fileExtension = /\.(?:png|jpe?g|gif|webp|svg|ico|[cm]?[jt]sx?|json|s?css|less|html?|map|t?gz|zip|lock|wasm)$/i;

function isPersonalAddress({ 0: address, 1: domain = "", index, input }: RegExpExecArray): boolean {
  const local = address.slice(0, -domain.length - 1);
  if (nobodysDomain.test(domain) || roleMailbox.test(local) || fileExtension.test(domain)) return false;
  // `ssh://deploy@host.net` names an account on a machine.
  return !input.slice(0, index).endsWith("://") && !isPlaceholder(local);
}

/** ISO 13616: the four first characters moved to the end, letters as numbers from 10, modulo 97 gives 1. */
function isIban(iban: string): boolean {
  if (iban.length < 15 || iban.length > 34) return false;
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

/**
 * Ranges of the card networks with the lengths they issue; a number outside of them passes Luhn one time in
 * ten.
 */
const cardNumber = new RegExp(
  "^(?:4\\d{15}(?:\\d{3})?|(?:5[1-5]\\d\\d|222[1-9]|22[3-9]\\d|2[3-6]\\d\\d|27[01]\\d|2720)\\d{12}|" +
    "3[47]\\d{13}|" +
    "(?:6011|65\\d\\d|64[4-9]\\d)\\d{12}|3(?:0[0-5]|[689]\\d)\\d{11}|35(?:2[89]|[3-8]\\d)\\d{12}|62\\d{14})$",
);

function isCard(digits: string): boolean {
  if (!cardNumber.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
