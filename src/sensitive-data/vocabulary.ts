import { foreignWords } from "./foreign-words.ts";
import type { Kind, Tier } from "./terms.ts";
import { set, tableOf, wordsIn, type Table, type Words } from "./tables.ts";

/**
 * What the words of names mean. Data only: `names.ts` says how it is read. Words stand in lower case and
 * singular, in their written-out form (`password`, not `pwd`); phrases are words in order.
 */

export interface Finding {
  readonly kind: Kind;
  readonly tier: Tier;
  /** Gives access, as opposed to describing a person. */
  readonly secret: boolean;
}

const secretKinds: ReadonlySet<Kind> = new Set([
  "password",
  "otp",
  "token",
  "api_key",
  "private_key",
  "auth_header",
  "cookie",
  "env",
]);

export function finding(kind: Kind, tier: Tier = 1): Finding {
  return { kind, tier, secret: secretKinds.has(kind) };
}

function phrasesOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "");
}

// -----------------------------------------------------------------------------------------------------------
// Spelling

/** Only unambiguous short forms: `acc` is an accumulator, `sin` a sine, `rfc` a document. */
export const abbreviations: ReadonlyMap<string, string> = new Map([
  ["pwd", "password"],
  ["passwd", "password"],
  ["pswd", "password"],
  ["passwrd", "password"],
  ["pword", "password"],
  ["pw", "password"],
  ["passwort", "password"],
  ["contrasena", "password"],
  ["addr", "address"],
  ["adress", "address"],
  ["adresse", "address"],
  ["adres", "address"],
  ["nombre", "name"],
  ["nome", "name"],
  ["nom", "name"],
  ["naam", "name"],
  ["tel", "phone"],
  ["telephone", "phone"],
  ["telefon", "phone"],
  ["telefono", "phone"],
  ["num", "number"],
  ["nr", "number"],
  ["nbr", "number"],
  ["nmbr", "number"],
  ["no", "number"],
  ["acct", "account"],
  ["usr", "user"],
  ["cust", "customer"],
  ["tok", "token"],
  ["tkn", "token"],
  ["cred", "credential"],
  ["creds", "credential"],
  ["lang", "language"],
  ["msg", "message"],
  ["tmpl", "template"],
  ["cfg", "config"],
  ["conf", "config"],
  ["cnt", "count"],
  ["len", "length"],
  ["idx", "index"],
  ["desc", "description"],
  ["req", "request"],
  ["res", "response"],
  ["resp", "response"],
  ["ctx", "context"],
  ["conn", "connection"],
  ["sess", "session"],
  ["loc", "location"],
  // i18next's languages
  ["lngs", "language"],
  ["lng", "longitude"],
  ["lon", "longitude"],
  ["lat", "latitude"],
  ["latitiude", "latitude"],
  ["coordinate", "coord"],
  ["licence", "license"],
  ["licens", "license"],
  ["aadhar", "aadhaar"],
  ["adhaar", "aadhaar"],
  ["cellphone", "phone"],
  ["handphone", "phone"],
  ["telno", "phone"],
  ["information", "info"],
  ["obj", "object"],
  ["organisation", "organization"],
  ["priv", "private"],
  ["pub", "public"],
  ["authn", "authentication"],
  ["authz", "authorization"],
  ["authorisation", "authorization"],
  ["verif", "verification"],
  ["cert", "certificate"],
  ["src", "source"],
  ["dest", "destination"],
  ["dst", "destination"],
  ["db", "database"],
  ["uri", "url"],
  ["evt", "event"],
]);

export const irregularPlurals: ReadonlyMap<string, string> = new Map([
  ["ids", "id"],
  ["ips", "ip"],
  ["people", "person"],
  ["persons", "person"],
  ["children", "child"],
  ["cookies", "cookie"],
  ["diagnoses", "diagnosis"],
  ["analyses", "analysis"],
  ["caches", "cache"],
  ["series", "series"],
  ["species", "species"],
  ["canvas", "canvas"],
  ["alias", "alias"],
  ["bias", "bias"],
  ["atlas", "atlas"],
  ["aliases", "alias"],
  ["statuses", "status"],
  ["https", "https"],
  ["always", "always"],
  ["diabetes", "diabetes"],
  ["does", "does"],
  ["lens", "lens"],
  ["kubernetes", "kubernetes"],
  ["redis", "redis"],
  ["kerberos", "kerberos"],
  ["axios", "axios"],
  ["nats", "nats"],
  ["postgres", "postgres"],
  ["sas", "sas"],
  ["jws", "jws"],
  ["snils", "snils"],
  ["woonplaats", "woonplaats"],
  ["geboorteplaats", "geboorteplaats"],
]);

/** Pieces that the splitter separates although they are one word. */
export const splitSpellings: ReadonlyMap<string, string> = new Map([
  ["e mail", "email"],
  ["e mails", "emails"],
  ["pass word", "password"],
  ["pass words", "passwords"],
  ["pass phrase", "passphrase"],
  ["pass code", "passcode"],
  ["pass key", "passkey"],
  ["o auth", "oauth"],
  ["o auth 2", "oauth"],
  ["oauth 2", "oauth"],
  ["open id", "openid"],
  ["i phone", "iphone"],
  ["i pad", "ipad"],
  ["i os", "ios"],
  ["i ban", "iban"],
  ["i cloud", "icloud"],
  ["i pv 4", "ip"],
  ["i pv 6", "ip"],
  ["ip v 4", "ip"],
  ["ip v 6", "ip"],
  ["ipv 4", "ip"],
  ["ipv 6", "ip"],
  ["ip 4", "ip"],
  ["ip 6", "ip"],
  ["md 5", "md5"],
  ["sha 1", "sha"],
  ["sha 2", "sha"],
  ["sha 3", "sha"],
  ["sha 256", "sha"],
  ["sha 384", "sha"],
  ["sha 512", "sha"],
  ["blake 2", "blake"],
  ["blake 3", "blake"],
  ["argon 2", "argon"],
  ["crc 32", "crc"],
  ["pbkdf 2", "pbkdf"],
  ["base 64", "base64"],
  ["b 64", "base64"],
  ["utf 8", "utf8"],
  ["last 4", "last4"],
  ["last 2", "last4"],
  ["last four", "last4"],
  ["first 6", "first6"],
  ["first six", "first6"],
  ["2 fa", "mfa"],
  ["two fa", "mfa"],
  ["two factor", "mfa"],
  ["multi factor", "mfa"],
  ["second factor", "mfa"],
  ["one time", "onetime"],
  ["i 18 n", "i18n"],
  ["l 10 n", "i18n"],
  ["k 8 s", "k8s"],
  ["s 3", "s3"],
  ["ec 2", "ec2"],
  ["user agent", "useragent"],
  ["host name", "hostname"],
  ["file name", "filename"],
  ["geo location", "geolocation"],
  ["geo hash", "geohash"],
  ["geo json", "geojson"],
  ["geo ip", "geoip"],
  ["web hook", "webhook"],
  ["git hub", "github"],
  ["git lab", "gitlab"],
  ["open ai", "openai"],
  ["mongo db", "mongodb"],
  ["linked in", "linkedin"],
  ["o tel", "otel"],
  ["vo ip", "voip"],
  ["super user", "superuser"],
  ["card holder", "cardholder"],
  ["account holder", "accountholder"],
  ["policy holder", "policyholder"],
  ["cvv 2", "cvv"],
  ["cvc 2", "cvc"],
  ["icd 10", "icd"],
  ["de identified", "deidentified"],
  ["de identify", "deidentify"],
  ["local storage", "localstorage"],
  ["sign in", "signin"],
  ["signed in", "signedin"],
  ["log in", "login"],
  ["logged in", "loggedin"],
  ["sign up", "signup"],
  ["check in", "checkin"],
  ["opt in", "optin"],
]);

// -----------------------------------------------------------------------------------------------------------
// Persons and things

/**
 * Nouns for a person or a role of a person: what an object of that name holds describes somebody. Not a
 * `tenant` or a `client` (organisations and connections as often), not `parent` and `child` (trees).
 */
export const persons: Words = set(`
  user customer patient member recipient contact owner profile account author person employee staff student
  teacher guest participant subscriber buyer seller passenger driver lead candidate applicant beneficiary
  payer payee sender receiver guardian spouse me viewer attendee speaker human individual citizen resident
  visitor shopper consumer cardholder policyholder holder accountholder borrower lender debtor donor nominee
  dependent doctor physician nurse caregiver therapist signer signatory signee invitee inviter assignee
  supervisor colleague friend follower contractor freelancer courier traveler traveller coach tutor learner
  pupil mother father husband wife sibling brother sister daughter son kin beneficiaries voter landlord
  roommate admin administrator rep representative moderator cashier winner registrant enrollee claimant
  householder addressee correspondent booker renter claimer petitioner
  cliente kunde mitarbeiter benutzer nutzer usuario utilisateur paciente eleve alumno klant klient empleado
`);

/** Organisations as often as persons: `account.name` is for `strict`, and `accountName` says nothing. */
export const weakPersons: Words = set("account lead holder");

/**
 * Persons whose whole record is personal data when it is written out. `author`, `owner`, `sender` and the
 * like are strings or handles at least as often, and stay out.
 */
export const wholePersons: Words = set(`
  user customer patient employee person student profile contact passenger applicant attendee guest subscriber
  participant teacher cardholder policyholder citizen resident member beneficiary
  `);

/** Nouns for persons that stand for things as often: a type that names no person says that it is one of these. */
export const homographs: Words = set(`
  member contact profile candidate driver speaker owner author holder guest lead account sender receiver recipient
  subscriber visitor participant resident representative winner coach tutor learner follower moderator admin dependent
  caller signer attendee provider
`);

/** What somebody writes in words of their own, as the field of a form is called. */
export const freeTexts: Words = set(`
  message comment text body note description feedback content question answer bio reason story review remark query
`);

/** After a person noun these say "everything about": `userData`, `customerInfo`, `patientRecord`. */
export const wholeSuffixes: Words = set(`
  data info detail profile record object entity dto json row payload attribute claim
  `);

/**
 * A user or profile of a machine, a build or a data structure, not of a person; groups and amounts of
 * persons.
 */
export const notPersonal: Words = set(`
  system root bot service database machine group linux unix super superuser posix os aws gcp azure build
  browser release cargo color colour performance cpu memory risk security connection device launch firefox
  ledger gl chrome config compiler debug production network storage class struct enum union interface module ast node
  cluster k8s kubernetes docker active online daily monthly weekly concurrent unique inactive anonymous
  feature team organization company page app application role permission load energy power voice audio video
  printer scan render display game postgres mysql ssh ftp smtp imap
`);

/** Words of programs, behind which a `member` is one of a class. */
export const syntactic: Words = set("class struct enum union interface module ast node type");

/** Owners that hold somebody's data one level deeper and say nothing themselves: `user.data.name`. */
export const transparentOwners: Words = set(`
  data attribute value current detail info record props 0 1
`);

/** Owners of a `name` that are no persons in front of one: `profileName` is a name of settings. */
export const personsAsOwnersOnly: Words = set("profile");

/** Adjectives that leave a bare name bare: `currentIp` is an `ip`. */
export const neutralWords: Words = set(`
  current new old last prev previous next original raw my own the your his her their selected default given
  actual
  latest initial input temp tmp stored saved final primary secondary main alt alternate another other this
  valid full
  plain display decoded decrypted unmasked unhashed unencrypted plaintext existing public known updated edited
  a an
  `);

/** Things of which the number of an id is their own: `order.idNumber`. */
export const numbered: Words = set(`
  order booking reservation invoice ticket item product cart basket shipment parcel delivery post comment message
  thread chat channel room group project task issue job run build event category tag page article asset file folder
  chain block node
  `);

// -----------------------------------------------------------------------------------------------------------
// Words that clear a name

/**
 * The value is no longer the datum: one-way, keyed or blanked. Encodings (`base64`, `escaped`) are not among
 * them.
 */
export const sanitisedWords: Words = set(`
  hashed hash masked mask encrypted ciphertext enciphered redacted redact anonymized anonymised anonymous anon
  pseudonymized pseudonymised pseudonym pseudonymous obfuscated scrubbed sanitized sanitised sha md5 digest
  fingerprint
  checksum hmac crc tokenized tokenised censored deidentified last4 first6 bcrypt scrypt blake pbkdf argon
  geohashed
  `);

/** Invented values: fixtures and hints. */
export const inventedWords: Words = set(`
  fake dummy mock mocked example sample placeholder stub fixture
`);

/** Those that are something measured where they stand alone: `sample.heartRate`. */
export const measured: Words = set("sample");

/**
 * As spelled, not in the singular: `supportEmail` is no question. In front of other words these make a name a
 * question or a switch: `hasEmail`, `requirePassword`, `noPhone`.
 */
export const flagPrefixes: Words = set(`
  is are has have had show shows should needs need can could did was were will would allow allows allowed
  enable enables enabled disable disabled use uses using require requires required must may does do contains
  include includes supports skip hide ignore no without with want wants accept accepts force missing prefer
  prefers optional valid invalid
`);

/**
 * At the end these make a name a state of the datum, or a moment in its life: `emailVerified`,
 * `passwordChanged`.
 */
export const flagSuffixes: Words = set(`
  verified valid invalid enabled disabled required confirmed unconfirmed exist exists present missing set
  unset changed
  unchanged sent visible hidden optional expired match matches matched mismatch available taken used unused
  accepted
  allowed denied failed loaded loading saved updated deleted created requested received provided supplied
  specified
  found focused touched dirty entered shown checked selected ready active inactive empty complete completed
  incomplete
  supported unique linked copied revoked refreshed rotated issued blocked locked granted subscribed
  authenticated
  protected only optin consent banner
  `);

/** By themselves, as of a field of a form, these are answers: `form.get("email").invalid`, `email.verified`. */
export const fieldStates: Words = set(`
  valid invalid touched untouched dirty pristine pending required disabled enabled verified unverified confirmed
`);

/** The same as properties of a datum: `v$.email.$error`. */
export const fieldFaults: Words = set("error validity");

/**
 * Anywhere before the datum these make a question, a switch or a fault of it: `userHasEmail`,
 * `jwtInvalidToken`.
 */
export const flagsWithin: Words = set(`
  has have is are can should matches missing with without via if when not enable disable invalid incorrect
  wrong err
  unauthorized unknown unsupported
  `);

/**
 * Verbs: the name is a function or what it did, never the datum. `reset`, `refresh`, `confirm`, `invite`,
 * `login` and `access` are missing because they qualify data too (`resetToken`, `confirmPassword`,
 * `inviteEmail`).
 */
export const verbs: Words = set(`
  get set fetch send resend enqueue update create delete remove validate verify parse format render handle on toggle
  load save
  find lookup select submit generate make build edit change forgot clear store unregister decode encode
  encrypt decrypt
  log process notify track identify extract normalize normalise compare check import export resolve retrieve
  read write
  put post patch by via per upsert insert print map filter sort count add cancel revoke rotate reveal conceal
  burn exchange
  download prepare prompt remember merge flatten unflatten strip suppress approve erase exclude fill reject
  report warn
  cleanup clean canonicalize calculate compute derive activate deactivate affects serialize deserialize copy
  transform
  replace ensure refetch reload scramble reencode receive authenticate trigger apply assign detect infer
  promote demote
  open close connect disconnect ban unban collect append highlight
  `);

/** Before a whole person these are verbs as well: `inviteUser`, `refreshProfile`. */
export const personVerbs: Words = set(`
  invite refresh sync ban block follow unfollow register add link merge login logout signin signup
  authenticate
  authorize search switch switching impersonate mute report kick promote confirm reset request redirect query
  seed unseed present tag mention message email call
  `);

/** In front of anything these count it: `numTokens`, `totalUsers`, `maxAge`. */
export const quantifiers: Words = set(`
  num number n total max maximum min minimum count avg average mean median sum limit
  `);

/**
 * What stands before these is the noun: `tokenForUser`. Not `in`, `to` and `from`, which are parts of verbs.
 */
export const prepositions: Words = set("by for of per");

/** Words in front that give a phrase of the kind another meaning, or make its owner a thing. */
export const falseFriends: ReadonlyMap<Kind, Words> = new Map([
  // Mail that is sent, not the address it goes to; `inReplyTo` is a message.
  [
    "email",
    set(`
    welcome marketing transactional reminder promo promotional newsletter onboarding bulk html draft incoming
    outgoing
    unread queued rendered compiled in
    `),
  ],
  // Things have full names and nicknames, too.
  [
    "name",
    set(`
    repo repository class file package module project branch table function method type price style
    product test
    suite column field template event job queue bucket team company organization brand store city country game
    device
    app component comp asset font item domain folder tool channel group space fn column theme plugin node option
    rap action operation step task workflow command route resource schema query index enum procedure handler
    `),
  ],
  // The number of a chain or of a part of the machine.
  ["gov_id", set("chain nft thread process")],
  ["cookie", set("lang language locale theme consent preference action url attachment")],
  // Those of the browser: with these prefixes, builds put variables of the environment into what they deliver.
  // Firebase's "Web API key" names a project.
  ["api_key", set("public publishable web vite react vue gatsby")],
  // Stellar's network passphrase is the public name of a network.
  ["password", set("network")],
  // Part of an action, not the whole person: `assignedToUser`.
  ["object", set("from to as in not at on sensor door gpio switch relay physics collision collider lens electrical")],
  // Of a voice, a figure or a word.
  ["demographic", set("voice character avatar hero npc word noun grammar pokemon")],
  // Of a place that everybody may know.
  [
    "location",
    set(`
    place venue city station store shop airport hotel restaurant poi marker landmark country region branch office
    warehouse map bounds viewport camera center centre stop tile touch pointer gesture
    `),
  ],
  // Of a cell of a table.
  ["address", set("cell sheet range")],
]);

/** As the last word these say that the value is about the datum, whatever stands before. */
export const metadata: Words = set(`
  id uuid guid type kind status state count length size index total template field label placeholder ref regex
  regexp
  pattern schema config setting option provider domain at timestamp time date ttl expiry expiration duration
  strength
  policy queue service client handler hash format column position validator validation rule version language
  role
  plan tier level category currency country locale timezone flag enum limit usage budget rate ratio percent
  percentage
  balance symbol decimal expire timeout prefix suffix mode method scope permission preference subscription
  brand
  endpoint arn manager controller component modal dialog form screen page view tab button icon style color
  width height
  layout strategy algorithm checker rules attempt retry retries step flow theme sort filter choice quantity rating
  unit range
  `);

/** Those that no object is called. */
export const singles: Words = set(`
  id uuid guid type kind status count length size index total at timestamp time date ttl expiry hash role
  currency locale timezone flag limit ratio percent percentage prefix suffix rating
`);

/** The same, but only after a word for sensitive data: alone or after others they may hold anything. */
export const metadataOfData: Words = set(`
  error message name key url path file title subject body content link text html description header source
  target
  reason code param variable prop
  `);

/**
 * Objects whose properties are texts, kinds, checks or switches *named after* data: `LABELS.email`,
 * `errors.password`, `ContactMethod.Phone`. As spelled, in lower case: `messages` is a table of texts,
 * `message` is one.
 */
export const namingOwners: Words = set(`
  labels label messages strings errors touched dirty placeholders placeholder translations i18n texts titles
  schema
  schemas validators validation validations rules regex regexes patterns routes route icons icon colors styles
  theme
  columns column types type kinds kind method methods channel channels strategy strategies action actions
  flags
  features permissions scopes roles role status count counts totals metrics stats selectors enum testids
  hashes hash
  helpers utils components visibility screens pages links tabs names urls paths endpoints
  `);

/** What a program is set up with, as spelled. */
export const configs: Words = set("config env settings");

/** In front of an address or a number in these: the one it writes from, or that of its own people. */
export const ownContacts: Words = set("from sender admin contact support noreply reply");

// -----------------------------------------------------------------------------------------------------------
// Phrases whose meaning does not depend on what stands before them

const byKind: readonly (readonly [Kind, Tier, string])[] = [
  [
    "email",
    1,
    `
    email, email address, mail address, user mail, customer mail, contact mail, work mail, recipient mail,
    sender mail, reply to, mailbox address, email from, email to, email cc, email bcc,
    mail from address, email from address, smtp from address, email recipient`,
  ],
  [
    "phone",
    1,
    `
    phone, phone number, mobile number, mob number, mobile phone, cell phone, cell number, fax, fax number,
    contact number, msisdn, landline, home number, work number, whatsapp number, caller id, caller number,
    callback number, sms number, emergency contact number, dial number, phone e 164, sms to`,
  ],
  [
    "name",
    1,
    `
    first name, last name, full name, middle name, given name, family name, maiden name, legal name,
    preferred name, sur name, surname, name on card, name first, name last, birth name, forename,
    fore name, fname, from name, to name, patronymic, mother maiden name, nickname, nick name, lname, person name, real name,
    name of holder, second name, salutation name, married name,
    emergency contact`,
  ],
  [
    "name",
    2,
    `
    initial name, mname`,
  ],
  [
    "username",
    2,
    `
    user name, login, login name, user screen name, author screen name, member screen name, twitter screen name,
    follower screen name, user handle, user login, github username, account login,
    uname, twitter handle, instagram handle, gamertag, login username`,
  ],
  [
    "address",
    1,
    `
    street, street name, street address, street line, house number, address line, apartment number,
    apt number, flat number, street number, building number, home address, mailing address, postal address,
    shipping address, billing address, delivery address, residential address, residence address,
    physical address, residence, po box, billing street, line address, unit number, door number, home town`,
  ],
  [
    "address",
    2,
    `
    post code, postal code, zip code, eircode, billing zip, shipping zip, address zip,
    billing postal, billing city, shipping city, address city, home city, address town, address state,
    zip plus`,
  ],
  [
    "location",
    1,
    `
    latitude, longitude, geolocation, geo location, gps, gps location, geo point, geo coord, gps coord,
    geohash, last known location, geo position, gps position, position coord, home location, what 3 word,
    plus code, whereabout`,
  ],
  [
    "dob",
    1,
    `
    dob, birth date, date of birth, birth day, birth day date, day of birth, birth year, year of birth,
    birth month, yob,
    birth place, place of birth, birth, birth time, date birth`,
  ],
  [
    "gov_id",
    1,
    `
    ssn, social security, social security number, social insurance number, ssn number, national id,
    national id number, national identity number, national identification number,
    national insurance number, national number, passport number, passport id, driver license,
    driver license number, driving license, driving license number, dl number, license plate, plate number,
    number plate, tax id, tax id number, tax number, tax identification number, tax file number,
    taxpayer id, taxpayer number, taxpayer identification number, tin, itin, pan card, personal number,
    personal id number, personal identity number, fiscal code, nhs number,
    medicare number, medicaid number, voter id, voter number, identity number, identity card number,
    identity document, identification number, id number, id card number, id document number,
    document number, government id, gov id, govt id, state id number, resident id, residence permit number,
    visa number, green card number, alien number, immigration number, license number, vat number, vat id,
    social number, civil id, citizen id, emirate id, matricula, military id, permit number,
    birth certificate number`,
  ],
  [
    "financial",
    1,
    `
    card number, credit card, credit card number, debit card, debit card number, bank card, payment card,
    card pan, pan number, primary account number, cc number, ccn, cvv, cvc, cvn, card code, card cvv,
    card security code, card verification value, card verification code, cc cvv, iban, iban number, bban,
    account iban, routing number, aba number, aba routing number, transit number, sort code, swift code,
    bic code, swift bic, bic, ifsc, ifsc code, bank account, bank account number, account number,
    bank number, bank detail, bank info, banking detail, payment detail, card detail, card info, card data,
    billing info, billing detail, billing data, salary, wage, payroll amount, income, annual income,
    monthly income, net worth, credit score, credit rating, fico score, upi id, vpa, clabe, bsb,
    bsb number, bank balance, giftcard number, gift card number, gift card code, tax return, magstripe,
    track data, payslip`,
  ],
  [
    "financial",
    2,
    `
    card expiry, card expiration, card exp, exp month, exp year, wallet address, crypto address,
    eth address, ethereum address, btc address, bitcoin address, solana address, deposit address,
    payout address, withdrawal address, account balance`,
  ],
  [
    "health",
    1,
    `
    diagnosis, blood type, blood group, blood pressure, blood glucose, blood sugar, blood sugar level,
    blood glucose level, cholesterol level, hemoglobin, blood oxygen,
    blood alcohol, blood test, heart rate, resting heart rate, heart rhythm, medical history,
    medical record, medical record number, mrn, medical condition, medical data, medical info,
    medical note, medical detail, medical id, health record, health data, health info, health history,
    health condition, health insurance number, health insurance, health card number, health number,
    health note, insurance number, insurance policy number, insurance id, insurance member id, medication,
    prescription, symptom, allergy, disease, disability, illness, pregnancy, pregnancy status, insulin,
    insulin dose, glucose, glucose level, vaccination, vaccine status, vaccination status, immunization,
    hiv status, mental health, mental health note, lab result, icd code, icd, menstrual cycle,
    body mass index, bmi, body weight, body fat, body temperature, clinical note, clinical data,
    chart note, therapy note, treatment plan, sexual health, dna, genetic data, biometric data,
    patient note, patient history, patient weight, patient height, patient condition, dosage,
    chronic condition, cholesterol, spo 2, ecg, ekg, sleep data, vital sign, calorie intake,
    patient temperature, smoking status, alcohol use, drug use, comorbidity, medical allergy,
    oxygen saturation`,
  ],
  [
    "demographic",
    1,
    `
    ethnicity, ethnic origin, ethnic group, religion, religious belief, nationality, marital status,
    sexual orientation, political affiliation, political opinion, political view, political party, gender,
    gender identity, user age, patient age, customer age, user race, user sex, biological sex,
    racial origin, immigration status, citizenship, citizenship status, veteran status, criminal record,
    criminal history, union membership, trade union membership, caste, pronoun, sex at birth,
    family status, relationship status, racial group, household income, person age, member age,
    sex assigned, party affiliation`,
  ],
  [
    "ip",
    1,
    `
    ip address, remote address, client ip, user ip, forwarded for, x forwarded for, real ip, connecting ip,
    handshake address, peer address, client address, remote ip, remote host ip, caller ip`,
  ],
  [
    "device_id",
    2,
    `
    device id, device uuid, device udid, udid, imei, imsi, meid, iccid, idfa, idfv, gaid, aaid,
    advertising id, advertiser id, android id, mac address, device fingerprint, browser fingerprint,
    canvas fingerprint, device identifier, device serial, device serial number, installation id,
    hardware id, machine id, device name, device mac, vin, device guid, vehicle identification number,
    bluetooth address, wifi mac, ssid, bssid`,
  ],
  [
    "url_query",
    2,
    `
    query string, query param, query parameter, search param, url search param, referrer, referer,
    original url, full url, current url, url query, url hash, url fragment, url search, url href,
    request url, raw query, page query, request query, get param`,
  ],
  [
    "free_form",
    1,
    `
    user input, request body, raw body, form body, post body, body parsed, request payload`,
  ],
  [
    "free_form",
    2,
    `
    search term, search query, search text, search string, search input, search keyword,
    user comment, user query, user prompt, user feedback, user text, feedback text, comment text,
    comment body, chat message, message body, message text, message content, input value, free text,
    transcript, response body, event body, note text, user note, user bio, user about, direct message,
    private message, chat history`,
  ],
  [
    "object",
    1,
    `
    form data, form value, form payload, form input, form submission, form content, personal data,
    personal info, personal detail, personally identifiable info, pii, pii data, contact info,
    contact detail, contact data, profile data, profile info, identity data, user claim, token claim,
    jwt claim, jwt payload, token payload, auth user, submitted data, submitted value, address book entry,
    userinfo, shipping info, shipping detail, shipping data, delivery detail, delivery info,
    customer object, visitor data, guest info, applicant info`,
  ],
  [
    "object",
    2,
    `
    account info, account data, account detail, claim, field value`,
  ],
  [
    "password",
    1,
    `
    password, passphrase, passcode, password confirmation, password confirm, password repeat,
    password again, password plain, pin code, pin number, user pass, database pass, smtp pass,
    mail pass, login pass, auth pass, redis pass, admin pass, root pass, ftp pass, basic pass, ssh pass,
    proxy pass, wifi pass, http pass, mysql pass, pg pass, my pass, wifi key, wpa key, psk, pre shared key,
    security answer, secret answer, security question answer,
    mysql password, keystore pass, store pass, key pass`,
  ],
  [
    "otp",
    1,
    `
    otp, totp, hotp, otp code, sms code, mfa code, mfa token, onetime code, onetime password, onetime pin,
    onetime token, verification code, verify code, auth code, authentication code, authenticator code,
    login code, signin code, backup code, recovery code, security code, confirmation code, confirm code,
    activation code, reset code, access code, totp code, totp secret, totp seed, otp secret, otp seed,
    mfa secret, magic code, unlock code, sms pin, sms otp, email otp, phone otp, email code,
    password reset code, pairing code, scratch code, mfa backup code, validation code, passcode otp,
    device code, pass code onetime, signup code`,
  ],
  [
    "token",
    1,
    `
    jwt, bearer, id token, access token, refresh token, magic link, authorization code, oauth code,
    oauth verifier, code verifier, pkce verifier, bearer credential, kerberos ticket, saml response,
    saml assertion, nonce token, csrf, xsrf, personal access token, pat token, session key, session ticket,
    auth ticket, client assertion, access jwt, id jwt, webhook token, ephemeral key, upload token, jwe,
    refresh jwt, signed url, presigned url, signed link, sas url, sas token`,
  ],
  [
    "api_key",
    1,
    `
    api key, secret, api secret, client secret, app secret, secret key, access key, access key secret,
    secret access key, master key, signing key, sign key, encryption key, decryption key, license key,
    activation key, service role key, service key, service account key, auth key, oauth secret,
    webhook secret, webhook key, shared secret, shared key, consumer secret, consumer key, jwt key,
    jwt secret, hmac key, hmac secret, hash secret, stripe sk, aes key, ocp apim subscription key,
    storage account key, deploy key,
    recovery key, unlock key, crypto key, cipher key, symmetric key, session secret, cookie secret,
    token secret, app key, application key, admin key, integration key, write key, server key, sas key,
    secret value, secret string, secret text, backup key, kms key, fernet key, salt secret, pepper,
    vault key, bot key`,
  ],
  [
    "private_key",
    1,
    `
    private key, private pem, key pair, ssh key, ssh private key, rsa key, rsa private key, pem key,
    private jwk, mnemonic, mnemonic phrase, mnemonic word, seed phrase, seed word, recovery phrase,
    recovery word, backup phrase, wallet seed, secret phrase, secret recovery phrase, gpg key,
    pgp key, pgp private key, tls key, ssl key, certificate key, private key pem, pem private key, ec key,
    keystore json, ed 25519 key, p 12, pfx, xprv, master seed, key material, wif`,
  ],
  [
    "auth_header",
    1,
    `
    authorization, auth header, authorization header, request header, bearer header,
    basic auth, http header, header authorization, proxy authorization, auth string, axios header,
    fetch header, custom header, default header, extra header, http auth`,
  ],
  [
    "cookie",
    1,
    `
    cookie, set cookie, session cookie, auth cookie, cookie jar, cookie header, cookie string,
    cookie value, document cookie, csrf cookie, jsessionid, phpsessid, connect sid, sessid, login cookie,
    sid cookie, request cookie, remember me, aspxauth, tough cookie`,
  ],
  [
    "env",
    1,
    `
    process env, connection string, database connection url, database url, mongo url,
    mongodb url, redis url, postgres url, postgresql url, pg url, mysql url, amqp url, rabbitmq url,
    jdbc url, database dsn, postgres dsn, mysql dsn, credential, credential json,
    broker url, import meta env, database connection string,
    smtp url, clickhouse url, cassandra url, supabase database url, nats url, kafka credential,
    service account json, kubeconfig, dotenv, service account credential, azure connection, connection str,
    connection str`,
  ],
];

// -----------------------------------------------------------------------------------------------------------
// Words whose meaning depends on their neighbours and their owner

/** How an ambiguous last word is read. The first line that applies decides. */
export interface AmbiguousWord {
  /** With one of these anywhere in the name, or as the owner's noun, it is something harmless. */
  readonly harmlessWith: Words;
  /** Right after one of these it is sensitive. */
  readonly after?: readonly (readonly [Words, Finding])[];
  /** Right after a noun for a person, or as a bare property of one. */
  readonly ofPerson?: Finding;
  /** As the whole name, neutral adjectives aside. */
  readonly alone?: Finding;
  /** After any other word. */
  readonly otherwise?: Finding;
  /** `counts`: the plural, without a word that decides, counts things. `only`: the singular says nothing. */
  readonly plural?: "counts" | "only";
  /** Whether a number after the word makes it a thing: of `token0` and `token1` one buys the other. */
  readonly numbered?: "harmless";
}

/** Nouns for machines: their addresses and locations are not a person's. */
const machines = `
  server host bind base memory contract pool mint token listen local gateway proxy pod node cluster instance
  elastic
  container database upstream loopback vpc subnet endpoint service lb balancer broadcast multicast dns smtp
  program
  factory router registry return jump stack heap function symbol byte register offset start end virtual
  null load store entry network interface private kernel page segment peripheral i2c bus port link url web
  site page
  nameserver resolver listener listening bound own self cfg conf config configuration httpd master slave leader replica relay vm machine docker k8s kubernetes tun destination resolved fqdn`;

const credentialWords = set(`
  auth access refresh id session bearer reset invite invitation csrf xsrf jwt api bot link oauth personal user
  admin
  github gitlab slack stripe device push fcm apns expo verification unsubscribe service security registration
  login
  npm deploy secret
  `);

export const ambiguousWords: ReadonlyMap<string | undefined, AmbiguousWord> = new Map<string, AmbiguousWord>([
  // Credential by default; the others are of language models, parsers, pagers, design systems, coins and
  // cancellation.
  [
    "token",
    {
      harmlessWith: set(`
      max maximum min total prompt input output completion cached next prev previous page continuation cursor
      cancel
      cancellation abort design syntax stop special eos bos pad unk separator fence color colour theme spacing
      typography style semantic injection di lexer parser scanner lexical ast grammar keyword operator
      punctuation
      identifier literal trailing leading current first last peek lookahead thinking reasoning used remaining
      available
      consumed generated estimated context llm model usage sampled text image audio word sub bpe vocab sync
      resume
      change delta marker concurrency nft erc erc20 lp governance gas reward staking stake quote native fee
      mint swap
      pool collateral liquidity wrapped debt yield share underlying from to source destination in out
      pagination
      paging offset skip start end budget burn sold bought buy sell stable supply borrow position bridge
      supported listed spl meme coin yaml json
      markdown css html code tree
      `),
      after: [
        [set("push device fcm apns expo registration notification tracking"), finding("token", 2)],
        [credentialWords, finding("token")],
      ],
      alone: finding("token"),
      otherwise: finding("token"),
      plural: "counts",
      numbered: "harmless",
    },
  ],
  // Behind a service's name what the service gave out; every other `key` finds something (see the phrases).
  [
    "key",
    {
      harmlessWith: set("public publishable cache query route i18n"),
      after: [
        [
          set(`
      stripe openai sendgrid twilio mailgun aws gcp azure firebase anthropic gemini claude github gitlab
      pusher datadog
      newrelic airtable notion shopify paypal braintree square plaid resend postmark supabase cloudflare
      huggingface
      groq mistral cohere deepseek giphy infura alchemy etherscan mailchimp hubspot zendesk intercom tmdb
      `),
          finding("api_key"),
        ],
      ],
    },
  ],
  // A thing's name everywhere but behind a noun for a person.
  [
    "name",
    {
      harmlessWith: set("class component file function"),
      ofPerson: finding("name"),
      after: [[set("display"), finding("name", 2)]],
    },
  ],
  // Postal with a postal word (see the phrases) or a person; alone a wallet or a socket as often as a home.
  [
    "address",
    {
      harmlessWith: set(`${machines} book bar cell sheet range asset nft`),
      ofPerson: finding("address"),
      alone: finding("address", 2),
      after: [
        [
          set(`
      home mailing postal shipping billing delivery residential work office street property pickup drop
      dropoff invoice residence legal correspondence house permanent
    `),
          finding("address"),
        ],
        [set("remote peer client visitor caller handshake socket connection request forwarded"), finding("ip")],
        [set("ip ipaddress"), finding("ip")],
      ],
    },
  ],
  // Of a person unless it is a machine's.
  [
    "ip",
    {
      harmlessWith: set(`${machines} frame instruction interpreter cpu bytecode config httpd setting option`),
      alone: finding("ip"),
      ofPerson: finding("ip"),
      otherwise: finding("ip"),
    },
  ],
  // Of a file, a route or a source position as often as of a person.
  [
    "location",
    {
      harmlessWith: set(`
      file source code document browser window history router redirect memory storage server upload install
      download bucket output input header path script module
    `),
      after: [
        [
          set(`
      current last known home gps geo exact precise live pickup dropoff drop device delivery my real physical
      tracked
    `),
          finding("location"),
        ],
      ],
      ofPerson: finding("location"),
    },
  ],
  [
    "coord",
    {
      harmlessWith: set(`
      mouse screen pixel canvas tile grid texture uv cursor click touch pointer page view viewport client
      offset chart
      cell world local start end polar barycentric block chunk node vertex point element layout svg image
      sprite x y
      scroll drag hex axial cube xy caret keyboard line polygon control target
      `),
      alone: finding("location"),
      ofPerson: finding("location"),
      after: [
        [
          set("geo gps home map location device place address position pickup dropoff delivery my"),
          finding("location"),
        ],
      ],
    },
  ],
  // The header bag of a message carries `authorization` and `cookie`; of a table it is a row of titles.
  [
    "header",
    {
      harmlessWith: set(`
      table column csv sheet row grid page section card modal list file pdf email content packet block frame
      elf wasm
      app screen nav navigation dialog panel menu sticky sidebar group magic gzip png wav font doc docs line
      hash
      response res markdown heading sort tab
      `),
      plural: "only",
      alone: finding("auth_header"),
      after: [
        [
          set(`
      request http auth custom extra additional common client forwarded api fetch axios authorization outgoing
      incoming
      proxied
      `),
          finding("auth_header"),
        ],
      ],
    },
  ],
  // A boolean of a layout when it is a thing's.
  [
    "mobile",
    {
      harmlessWith: set(`
      device platform os env browser breakpoint screen layout header menu viewport media size nav app
    `),
      alone: finding("phone"),
      ofPerson: finding("phone"),
      after: [[set("home work personal emergency registered alternate primary"), finding("phone")]],
    },
  ],
  // What somebody looks for; of a database or a page it is the program's.
  [
    "query",
    {
      harmlessWith: set(`
      db database sql graphql gql mongo prisma url media route router http request page builder select insert update delete
      count data key react sub client log
    `),
      alone: finding("free_form", 2),
    },
  ],
  ["cell", { harmlessWith: set("table grid row"), ofPerson: finding("phone") }],
  // What is pinned, and what chips have, as often as what one types in.
  [
    "pin",
    {
      harmlessWith: set(`
      document message post item note gpio map board tab channel thread rx tx led output clock reset interrupt
      hardware
      sensor chip i2c spi uart usb servo motor relay switch version button icon menu
      `),
      alone: finding("password"),
      ofPerson: finding("password"),
      after: [
        [
          set(`
      card atm login security device entry wallet app access unlock screen account bank phone debit sim
    `),
          finding("password"),
        ],
      ],
      plural: "counts",
    },
  ],
  // One variable is named, all of them are given.
  [
    "var",
    {
      harmlessWith: set("css"),
      plural: "only",
      after: [[set("env environment"), finding("env")]],
    },
  ],
  [
    "variable",
    {
      harmlessWith: set("css"),
      plural: "only",
      after: [[set("env environment"), finding("env")]],
    },
  ],
  // Attributes that identify somebody only together with somebody.
  ["age", { harmlessWith: set("cache max min"), ofPerson: finding("demographic") }],
  ["race", { harmlessWith: set("condition"), ofPerson: finding("demographic") }],
  ["sex", { harmlessWith: set("appeal"), ofPerson: finding("demographic"), alone: finding("demographic") }],
  ["weight", { harmlessWith: set("font edge line model"), ofPerson: finding("health") }],
  ["height", { harmlessWith: set("line row page"), ofPerson: finding("health") }],
  ["treatment", { harmlessWith: set("experiment group variant"), ofPerson: finding("health") }],
  ["condition", { harmlessWith: set("race"), after: [[set("medical health chronic"), finding("health")]] }],
  ["zip", { harmlessWith: set("file archive"), ofPerson: finding("address", 2) }],
  ["city", { harmlessWith: set("list"), ofPerson: finding("address", 2) }],
  ["mail", { harmlessWith: set("server service"), ofPerson: finding("email") }],
  ["initial", { harmlessWith: set("state"), ofPerson: finding("name", 2) }],
  ["handle", { harmlessWith: set("file window"), ofPerson: finding("username", 2) }],
  ["bio", { harmlessWith: set("bio"), ofPerson: finding("free_form", 2) }],
  ["balance", { harmlessWith: set("token load"), ofPerson: finding("financial", 2) }],
]);

/** Meanings that hold only for the pair of owner and property, as canonical words. */
const ownedPhrases: readonly (readonly [Kind, Tier, string])[] = [
  [
    "url_query",
    2,
    `location href, location search, location hash, url href, url search, request query,
    request url, request original url, document referrer, url hash, url search param, context query`,
  ],
  [
    "free_form",
    1,
    `request body, target value, current target value, input value,
    textarea value`,
  ],
  ["free_form", 2, "event body, response body"],
  [
    "cookie",
    1,
    `document cookie, request session id, request cookie, request signed cookie,
    express session id`,
  ],
  ["env", 1, "process env, import meta env, meta env, deno env, bun env"],
  ["email", 1, "mail to, mail from, mail cc, mail bcc, email to, email from, email cc, email bcc"],
  // RFC 8839: a candidate of ICE is an address of the peer.
  ["ip", 1, "handshake address, socket address, connection address, candidate address, candidate candidate"],
  ["name", 1, "call caller name"],
  ["username", 2, "player handle"],
  ["financial", 2, "wallet address, signer address, connector address"],
  ["address", 1, "address line, address street, address house, address number, address apartment"],
  [
    "address",
    2,
    `address city, address zip, address post code, address postal, address town,
    address district`,
  ],
  ["object", 1, "form value, form data, token data claim, claim claim, decoded claim, payload claim"],
];

function table(rows: readonly (readonly [Kind, Tier, string])[]): Table<Finding> {
  return tableOf(() =>
    rows.flatMap(([kind, tier, text]) => {
      const found = finding(kind, tier);
      return phrasesOf(text).map((phrase) => [phrase, found] as const);
    }),
  );
}

/** What a phrase at the end of a name says, by the words of the phrase. */
export const phrases = table([
  ...byKind,
  ...foreignWords.map(([kind, tier, text]) => [kind, tier, text.replace(/\w+/g, writtenOut)] as const),
]);

/** A word as the tables have it: `nombre` is a name. */
function writtenOut(word: string): string {
  return abbreviations.get(word) ?? word;
}

/** What a property says together with its owner. */
export const phrasesWithOwner = table(ownedPhrases);

/** Properties through which an object gives its content (`valueChanges` in Angular); a number is an index. */
export const contentProperties: Words = set(`
  value val text string raw plain current data attribute detail change
`);

/** With these as owner a bare `key` is a secret; of others (`server.keys`) it is an index. */
export const ownersOfKeys: Words = set(`
  api private secret access license encryption signing ssh
`);

/** Words that may follow a datum without changing what it is: `emailValue`, `phoneHome`, `password2`. */
export const valueWords: Words = set(`
  value val string str text txt input raw plain plaintext list array arr literal digit new old current
  original
  normalized normalised lower lowercase lowercased uppercase upper trimmed encoded decoded base64 copy clone
  temp tmp
  json buf buffer local opt maybe primary secondary home work mobile personal business main alt alternate
  backup hex pem utf8 escaped answer
  `);

/** Elements and references through which a form holds a value: `emailRef.current.value`. */
export const fieldHolders: Words = set(`
  ref input field element el box control signal textbox node control state model
  `);

/** Words that fused lower-case spellings start with, beside the phrases: `useremail`, `customername`. */
const fusedStarts = "user customer client patient contact member account session device order company";
const fusedEnds = "name email id phone number type count agent data info status role";

/**
 * Lower-case spellings without any boundary, from every phrase of two words and more: `firstname`,
 * `dateofbirth`.
 */
export const fusedSpellings: Table<readonly string[]> = tableOf<readonly string[]>(() => [
  ...Array.from(phrases.keys(), (phrase) => phrase.split(" "))
    .filter((words) => words.length > 1 && words.every((word) => /^[a-z]+$/.test(word)))
    .map((words) => [words.join(""), words] as const),
  ...wordsIn(fusedStarts).flatMap((start) =>
    wordsIn(fusedEnds).map((end) => [`${start}${end}`, [start, end]] as const),
  ),
  ["remoteaddr", ["remote", "address"]],
  ["ipaddr", ["ip", "address"]],
  ["emailaddr", ["email", "address"]],
  ["macaddr", ["mac", "address"]],
  ["streetaddr", ["street", "address"]],
  ["homeaddr", ["home", "address"]],
  ["displayname", ["display", "name"]],
  ["phoneno", ["phone", "number"]],
  ["mobileno", ["mobile", "number"]],
  ["passportno", ["passport", "number"]],
  ["accountno", ["account", "number"]],
  ["authtoken", ["auth", "token"]],
  ["sessiontoken", ["session", "token"]],
  ["apitoken", ["api", "token"]],
  ["pushtoken", ["push", "token"]],
  ["fcmtoken", ["fcm", "token"]],
  ["resettoken", ["reset", "token"]],
  ["dbpassword", ["db", "password"]],
  ["newpassword", ["new", "password"]],
  ["oldpassword", ["old", "password"]],
  ["userpassword", ["user", "password"]],
  ["userip", ["user", "ip"]],
  ["latlng", ["latitude", "longitude"]],
  ["latlon", ["latitude", "longitude"]],
  ["latlong", ["latitude", "longitude"]],
  ["filename", ["filename"]],
]);
