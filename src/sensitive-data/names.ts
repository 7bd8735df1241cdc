import {
  ambiguousWords,
  configs,
  contentProperties,
  falseFriends,
  fieldFaults,
  fieldHolders,
  fieldStates,
  finding,
  flagPrefixes,
  flagsWithin,
  flagSuffixes,
  freeTexts,
  homographs,
  inventedWords,
  measured,
  metadata,
  metadataOfData,
  namingOwners,
  neutralWords,
  numbered,
  notPersonal,
  ownContacts,
  ownersOfKeys,
  persons,
  personsAsOwnersOnly,
  personVerbs,
  phrases,
  phrasesWithOwner,
  prepositions,
  quantifiers,
  sanitisedWords,
  singles,
  syntactic,
  transparentOwners,
  valueWords,
  verbs,
  weakPersons,
  wholePersons,
  wholeSuffixes,
} from "./vocabulary.ts";
import type { Table } from "./tables.ts";
import type { Kind } from "./terms.ts";
import type { AmbiguousWord, Finding } from "./vocabulary.ts";
import { canonical, isPlural, wordsOf } from "./words.ts";

export type { Kind, Tier } from "./terms.ts";
export { finding, type Finding } from "./vocabulary.ts";

/** How somebody is reached: a company has these, too. */
export const CONTACTS: ReadonlySet<Kind> = new Set(["email", "phone", "ip"]);

export interface NameOptions {
  /** Further nouns whose objects describe a person, as the project names them (`tenant`). */
  readonly owners?: readonly string[];
}

/** The shell's variables for the directory it is in; Google's `email_verified`, an answer. */
const HARMLESS: ReadonlySet<string> = new Set(["PWD", "OLDPWD", "verified_email"]);

/** A sensitive phrase, and the words of the name in front of it. */
interface Match {
  readonly found: Finding;
  readonly before: readonly string[];
}

/** The longest phrase of the vocabulary, in words. */
const longestPhrase = 5;

/** Owners further up than this say nothing about a property. */
const furthestOwner = 6;

/**
 * What a name says that its value is: `["user", "email"]` an e-mail address, `["emailTemplateId"]` something
 * harmless. The last segment is the name, the earlier ones its owners, outermost first.
 *
 * Returns a finding, `"clean"` when the name itself says that the value is harmless (about a datum, a flag, a
 * masked or hashed datum), `undefined` when it says nothing. Spelling conventions do not matter. English
 * compounds end in what they name, so the end decides: an `emailTemplate` is a template, a `templateEmail` an
 * e-mail address.
 */
export function classifyName(path: readonly string[], options: NameOptions = {}): Finding | "clean" | undefined {
  const segments = withoutEcho(path.slice(-furthestOwner));
  const name = segments.at(-1);
  if (name === undefined) return undefined;
  const spelled = wordsOf(name);
  if (spelled.length === 0) return undefined;
  if (HARMLESS.has(name)) return "clean";
  const words = spelled.map(wordAt);
  const owners = segments.slice(0, -1).map(wordsOf);
  const owner = nearestOwner(owners);
  const ownerWords = owner.map(wordAt);

  const isContent = words.every((word) => contentProperties.has(word) || isNumber(word));
  if (isContent) {
    const held = classifyHolder(segments.slice(0, -1), options);
    return held ?? lookUp(phrasesWithOwner, [...withoutReference(ownerWords), ...words], words.length);
  }
  const unnumbered = withoutNumber(words);
  const pair = lookUp(phrasesWithOwner, [...ownerWords, ...unnumbered], unnumbered.length);
  if (pair !== undefined) return pair;
  if (isOfNobody(owner, ownerWords) || isState(words, ownerWords)) return "clean";

  const isPerson = (word: string) => persons.has(word) || (options.owners?.includes(word) ?? false);
  const own = classifyWords(words, { spelled, plurals: spelled.map(isPlural), owner: ownerWords, isPerson });
  if (own === undefined && (words.at(-1) !== "key" || ownersOfKeys.has(ownerWords.at(-1)))) {
    return lookUp(phrases, [...ownerWords, ...words], words.length);
  }
  if (typeof own !== "object" || own.secret) return own;
  if (isConstant(segments) && !isPerson(head(ownerWords))) return "clean";
  return own.kind === "object" && isNoObject(segments) ? undefined : own;
}

/**
 * `Channel.Email`, `FIELDS.EMAIL`: a member of an enumeration; `User.Email` is a property in other conventions.
 */
function isConstant(segments: readonly string[]): boolean {
  return segments.length > 1 && segments.slice(-2).every(startsUpper);
}

/** `User` alone is a class or a component, and a variable of the environment a text. */
function isNoObject(segments: readonly string[]): boolean {
  const [name = ""] = segments.slice(-1);
  return (startsUpper(name) && /\p{Ll}/u.test(name)) || segments.at(-2) === "env";
}

/** `server.address().address` is the address of the server. */
function withoutEcho(path: readonly string[]): readonly string[] {
  return path.length > 2 && path.at(-1) === path.at(-2) ? path.slice(0, -1) : path;
}

/**
 * Whether an owner is a fixture, holds what was hashed or masked, or names data without holding it.
 * @param words the owner's words in their canonical form.
 */
function isOfNobody(owner: readonly string[], words: readonly string[]): boolean {
  if (namingOwners.has(owner.at(-1))) return true;
  if (words.length === 1 && measured.has(words[0])) return false;
  return words.some((word) => sanitisedWords.has(word) || inventedWords.has(word));
}

/** Whether a property says how it is with a field, and not what the field holds. */
function isState([word, ...others]: readonly string[], owner: readonly string[]): boolean {
  return others.length === 0 && (fieldStates.has(word) || (fieldFaults.has(word) && namesData(owner)));
}

/** `line` of `line2` */
function withoutNumber(words: readonly string[]): readonly string[] {
  return words.length > 1 && isNumber(words.at(-1)) ? words.slice(0, -1) : words;
}

/** The words of a phrase are written with `number`, which in front of a name means `no…`: `noPhone`. */
function wordAt(word: string, at: number): string {
  return at === 0 && word === "no" ? word : canonical(word);
}

/** A word that starts with a digit is a number: `wordsOf` takes digits and letters apart. */
function isNumber(word: string | undefined): boolean {
  return word !== undefined && /^\p{Nd}/u.test(word);
}

function startsUpper(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/**
 * `.value` and `.current` are what their holder holds; a field, an input or a reference is its datum then, and one
 * without a datum (`field.value`) says nothing.
 */
function classifyHolder(path: readonly string[], options: NameOptions): Finding | "clean" | undefined {
  const words = path.slice(-1).flatMap(wordsOf);
  let end = words.length;
  while (fieldHolders.has(words[end - 1])) end--;
  return classifyName([...path.slice(0, -1), words.slice(0, end).join("_")], options);
}

/** `inputRef` refers to an `input`. */
function withoutReference(owner: readonly string[]): readonly string[] {
  return owner.at(-1) === "ref" ? owner.slice(0, -1) : owner;
}

/** The innermost owner that is a noun of its own: of `user.data.attributes.name` it is `user`. */
function nearestOwner(owners: readonly (readonly string[])[]): readonly string[] {
  return owners.findLast((words) => !words.every((word) => transparentOwners.has(word))) ?? [];
}

/** The noun of an owner: `user` of `currentUser`, `userData` and `user_record`. */
function head(owner: readonly string[]): string {
  let end = owner.length;
  while (
    end > 1 &&
    (wholeSuffixes.has(owner[end - 1]) ||
      fieldHolders.has(owner[end - 1]) ||
      valueWords.has(owner[end - 1]) ||
      isNumber(owner[end - 1]))
  )
    end--;
  return owner[end - 1] ?? "";
}

interface Surroundings {
  /** The words of the name before they were brought to their canonical form. */
  readonly spelled: readonly string[];
  /** For each word of the name whether it is a plural. */
  readonly plurals: readonly boolean[];
  readonly owner: readonly string[];
  readonly isPerson: (word: string) => boolean;
}

function classifyWords(words: readonly string[], around: Surroundings): Finding | "clean" | undefined {
  const last = words.length > 1 ? words.at(-1) : undefined;
  const match = sensitiveEnd(words, around);
  const before = match === undefined || match === "clean" ? words : match.before;
  if (before.some((word) => sanitisedWords.has(word) || inventedWords.has(word))) return "clean";
  if (words.length > 1 && asksOrActs(around.spelled.slice(0, before.length))) return "clean";
  if (match !== undefined) return match === "clean" ? match : withoutFalseFriends(match, around);
  if (flagSuffixes.has(last)) return "clean";
  const end = words.at(-1);
  if (metadata.has(end)) return "clean";
  if (metadataOfData.has(end) && namesData(words.slice(0, -1))) return "clean";
  return undefined;
}

/** Whether the words in front, as spelled, make a question, an action or an amount of what follows. */
function asksOrActs(before: readonly string[]): boolean {
  const [first = ""] = before;
  return (
    flagPrefixes.has(first) ||
    verbs.has(first) ||
    quantifiers.has(first) ||
    before.some((word) => flagsWithin.has(word))
  );
}

/** Whether a name is that of a thing's id as a number, `bookingIdNum`, `order.idNum`, and not of a document's. */
function isNumericId(before: readonly string[], { spelled, owner, isPerson }: Surroundings): boolean {
  const [id, number] = spelled.slice(before.length);
  const of = before.findLast((word) => !neutralWords.has(word)) ?? [head(owner)].find((word) => numbered.has(word));
  if (of === undefined || id !== "id" || number === undefined || canonical(number) !== "number") return false;
  return number === "num" || !isPerson(of);
}

/** A welcome e-mail is a message, a repository's full name a path, and `inviteUser` an action. */
function withoutFalseFriends({ found, before }: Match, around: Surroundings): Finding | "clean" {
  const { owner } = around;
  if (found.kind === "gov_id" && isNumericId(before, around)) return "clean";
  const others = falseFriends.get(found.kind);
  const decisive = before.every((word) => neutralWords.has(word)) ? [...before, head(owner)] : before;
  if (decisive.some((word) => others?.has(word))) return "clean";
  return found.kind === "object" && personVerbs.has(before[0]) ? "clean" : found;
}

/** The verdict of the name's end, without words that only describe the value's form or place. */
function sensitiveEnd(words: readonly string[], around: Surroundings): Match | "clean" | undefined {
  const noun = beforePreposition(words);
  if (noun === "clean") return "clean";
  for (let end = noun.length; end > 0; end--) {
    const rest = noun.slice(0, end);
    const found = phraseAtEnd(rest) ?? wholePerson(rest, around) ?? ambiguousEnd(rest, noun[end], around);
    if (found !== undefined) return found;
    const last = rest.at(-1);
    if (!valueWords.has(last) && !isNumber(last)) return undefined;
  }
  return undefined;
}

/** `tokenForUser` is a token, `userByEmail` a user, `emailsPerDay` and `numberOfUsers` are amounts. */
function beforePreposition(words: readonly string[]): readonly string[] | "clean" {
  const at = words.findIndex((word, index) => index > 0 && prepositions.has(word));
  if (at < 0) return words;
  // `dateOfBirth`
  if ((phraseAtEnd(words)?.before.length ?? words.length) < at) return words;
  if (words[at] === "per" || (words[at] === "of" && quantifiers.has(words[at - 1]))) return "clean";
  return words.slice(0, at);
}

function phraseAtEnd(words: readonly string[]): Match | undefined {
  for (let length = longestPhrase; length > 0; length--) {
    const found = phrases.get(words.slice(-length).join(" "));
    if (found !== undefined) return { found, before: words.slice(0, -length) };
  }
  return undefined;
}

function lookUp(table: Table<Finding>, words: readonly string[], own: number): Finding | undefined {
  for (let length = Math.min(longestPhrase, words.length); length > own; length--) {
    const found = table.get(words.slice(-length).join(" "));
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * `user`, `currentUser`, `customerData`: everything about a person. A list of them is counted as often as
 * written out.
 */
function wholePerson(words: readonly string[], around: Surroundings): Match | undefined {
  let end = words.length;
  if (end > 1 && wholeSuffixes.has(words[end - 1])) end--;
  const person = words[end - 1];
  const before = words.slice(0, end - 1);
  const isWhole = wholePersons.has(person) || (end < words.length && person !== undefined && around.isPerson(person));
  if (!isWhole || before.some((word) => notPersonal.has(word))) return undefined;
  const isList = around.plurals[end - 1] === true && end === words.length;
  return { found: finding("object", isList ? 2 : 1), before };
}

function ambiguousEnd(
  words: readonly string[],
  next: string | undefined,
  around: Surroundings,
): Match | "clean" | undefined {
  const entry = ambiguousWords.get(words.at(-1));
  if (entry === undefined) return undefined;
  const before = words.slice(0, -1);
  const isNumbered = before.length === 0 && isNumber(next);
  if (isNumbered && entry.numbered === "harmless") return "clean";
  const found = readAmbiguous(entry, before, around.plurals[before.length] === true, around);
  return typeof found === "object" ? { found, before } : found;
}

function readAmbiguous(
  entry: AmbiguousWord,
  before: readonly string[],
  plural: boolean,
  { owner, isPerson }: Surroundings,
): Finding | "clean" | undefined {
  if (!plural && entry.plural === "only") return undefined;
  const previous = before.at(-1) ?? "";
  const bare = before.every((word) => neutralWords.has(word));
  const decider = bare && before.length === 0 ? head(owner) : previous;
  const known = entry.after?.find(([words]) => words.has(decider))?.[1];
  if ((bare ? [...before, head(owner)] : before).some((word) => entry.harmlessWith.has(word))) return "clean";
  const person = entry.ofPerson && asOfPerson(entry.ofPerson, bare ? undefined : previous, owner, isPerson);
  if (person !== undefined) return person;
  if (known !== undefined) return known;
  if (plural && entry.plural === "counts") return "clean";
  return bare ? entry.alone : entry.otherwise;
}

/**
 * What a word is that is one of a person: surely of a customer, at times of a host.
 * @param previous the word before it; undefined where the owner decides.
 */
function asOfPerson(
  found: Finding,
  previous: string | undefined,
  owner: readonly string[],
  isPerson: (word: string) => boolean,
): Finding | undefined {
  const person = previous ?? head(owner);
  if (weakPersons.has(person)) {
    const isWeak = previous === undefined && !owner.some((word) => notPersonal.has(word));
    return isWeak ? finding(found.kind, 2) : undefined;
  }
  if (previous === undefined && owner.some((word) => syntactic.has(word))) return undefined;
  return isPerson(person) && (previous === undefined || !personsAsOwnersOnly.has(person)) ? found : undefined;
}

/** Whether the words contain something sensitive, to which a following word like `message` refers. */
function namesData(words: readonly string[]): boolean {
  return words.some(
    (word, at) => ambiguousWords.has(word) || persons.has(word) || phraseAtEnd(words.slice(0, at + 1)) !== undefined,
  );
}

/** Whether an owner's noun stands for a thing as often as for a person. */
export function isHomograph(owner: string): boolean {
  return homographs.has(head(wordsOf(owner).map(wordAt)));
}

/** Whether a name, as that of a type, is one for persons. */
export function isPersonal(name: string, { owners = [] }: NameOptions = {}): boolean {
  const words = wordsOf(name).map(wordAt);
  const noun = head(words);
  return (persons.has(noun) || owners.includes(noun)) && !words.slice(0, -1).some((word) => notPersonal.has(word));
}

/** Whether a variable of the environment, by its name, is an address or a number of the program's own. */
export function isOwnContact(name: string): boolean {
  const said = classifyName([name]);
  if (typeof said !== "object" || !CONTACTS.has(said.kind)) return false;
  const words = wordsOf(name).map(wordAt);
  return words.some((word) => ownContacts.has(word)) || !words.some((word) => persons.has(word));
}

/** Whether a path leads from a program's settings to the address it writes from, or to one of its own people. */
export function isConfiguredContact(path: readonly string[]): boolean {
  const words = wordsOf(path.at(-1) ?? "").map(wordAt);
  return path.slice(0, -1).some((owner) => configs.has(owner)) && words.some((word) => ownContacts.has(word));
}

/** Whether a field of that name holds what somebody writes in words of their own. */
export function isFreeText(name: string): boolean {
  return freeTexts.has(wordsOf(name).map(wordAt).at(-1));
}

/** Whether a name is for a string or number, or an array of them, and not for an object: `customerId`. */
export function isSingle(name: string): boolean {
  return singles.has(wordsOf(name).map(wordAt).at(-1));
}

/** Whether a name that is harmless speaks about a datum, as `emailTemplate` does and `template` does not. */
export function isAboutData(name: string): boolean {
  return namesData(wordsOf(name).map(wordAt)) || wordsOf(name).some((word) => sanitisedWords.has(word));
}
