import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { classifyCallee } from "../../src/sensitive-data/callees.ts";
import { classifyName } from "../../src/sensitive-data/names.ts";
import { phrases, phrasesWithOwner } from "../../src/sensitive-data/vocabulary.ts";
import { canonical } from "../../src/sensitive-data/words.ts";

interface Labelled {
  readonly expression: string;
  readonly label: string;
  readonly category: string;
}

const development: readonly Labelled[] = readFileSync(new URL("development-names.tsv", import.meta.url), "utf8")
  .split("\n")
  .slice(1)
  .filter((line) => line !== "")
  .map((line) => {
    const [expression = "", label = "", category = ""] = line.split("\t");
    return { expression, label, category };
  });

/** `email 1`, `clean` or `-`, for one path with dots. */
function said(path: string): string {
  const result = classifyName(path.split("."));
  if (result === undefined || result === "clean") return result ?? "-";
  return `${result.kind} ${result.tier}`;
}

/** What the name reports, if anything. */
function reported(path: string): string | undefined {
  const result = classifyName(path.split("."));
  return result === undefined || result === "clean" ? undefined : result.kind;
}

describe("the words of other languages", () => {
  it.each(["vorname", "familiya", "sifre", "handynummer", "correo"])("know %s", (name) => {
    expect(reported(name)).toBeDefined();
  });

  it.each(["handy", "familia", "fio", "parola", "rue", "ort", "nip", "rib", "nie", "myoji", "kanjiName"])(
    "leave %s out, which is an everyday word elsewhere",
    (name) => {
      expect(reported(name)).toBeUndefined();
    },
  );
});

describe("what is said of a field", () => {
  it.each([
    ["form.email.invalid", "clean"],
    ["controls.password.touched", "clean"],
    ["v$.value.email.$error", "clean"],
    ["user.email.verified", "clean"],
    ["input.password.validity", "clean"],
    ["response.error", "-"],
    ["form.email.value", "email 1"],
    ["form.email.valueChanges", "email 1"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("a sample", () => {
  it.each([
    ["sample.heartRate", "health 1"],
    ["reading.sample.bloodPressure", "health 1"],
    ["sampleUser.email", "clean"],
    ["example.email", "clean"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("a member of a class", () => {
  it.each([
    ["enumMember.name", "-"],
    ["classMember.name", "-"],
    ["teamMember.name", "name 1"],
    ["member.name", "name 1"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("what belongs to the program", () => {
  it.each([
    ["RouteUrls.ViewSecretKey", "clean"],
    ["paths.password", "clean"],
    ["cfg.ip", "clean"],
    ["cfg.metrics_httpd.ip", "clean"],
    ["asset.address", "clean"],
    ["request.ip", "ip 1"],
    ["user.address", "address 1"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("names of things that end as those of persons do", () => {
  it.each([
    ["chainIdNum", "clean"],
    ["thread.id_number", "clean"],
    ["idNumber", "gov_id 1"],
    ["citizen.idNumber", "gov_id 1"],
    ["rapFullName", "clean"],
    ["workflow.fullName", "clean"],
    ["customerFullName", "name 1"],
    ["connectionUrl", "-"],
    ["socket.connectionUrl", "-"],
    ["database.connectionUrl", "env 1"],
    ["db_connection_url", "env 1"],
    ["connectionString", "env 1"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("the lines of an address", () => {
  it.each([
    ["order.shippingAddress.line1", "address 1"],
    ["address.line2", "address 1"],
    ["address.line_3", "address 1"],
    ["address.country", "clean"],
    ["chart.line1", "-"],
  ])("%s: %s", (path, expected) => {
    expect(said(path)).toBe(expected);
  });
});

describe("the development names", () => {
  const isPath = (expression: string) => /^[\w$.]+$/.test(expression);

  it("are all plain paths, so that names alone decide", () => {
    expect(development).toHaveLength(372);
    expect(development.filter(({ expression }) => !isPath(expression))).toEqual([]);
  });

  it("are classified with precision ≥ 0.99 and recall ≥ 0.97", () => {
    const wrong = { missed: [] as string[], falsely: [] as string[] };
    let right = 0;
    for (const { expression, label } of development) {
      const kind = reported(expression);
      if (kind !== undefined && label !== "clean") right++;
      else if (kind !== undefined) wrong.falsely.push(`${expression} as ${kind}`);
      else if (label !== "clean") wrong.missed.push(expression);
    }
    const precision = right / (right + wrong.falsely.length);
    const recall = right / (right + wrong.missed.length);
    expect(precision, `falsely: ${wrong.falsely.join(", ")}`).toBeGreaterThanOrEqual(0.99);
    expect(recall, `missed: ${wrong.missed.join(", ")}`).toBeGreaterThanOrEqual(0.97);
  });

  it("are put into their category", () => {
    const positive = development.filter(({ expression, label }) => label !== "clean" && reported(expression));
    expect(positive.filter(({ expression, category }) => reported(expression) !== category)).toEqual([]);
  });

  it("are secrets where they are labelled so", () => {
    const wrong = development.filter(({ expression, label }) => {
      const result = classifyName(expression.split("."));
      return label !== "clean" && typeof result === "object" && result.secret !== (label === "secret");
    });
    expect(wrong).toEqual([]);
  });
});

describe("classifyName", () => {
  const agree = (rows: readonly (readonly [string, string])[]) => {
    expect(rows.map(([path]) => `${path}: ${said(path)}`)).toEqual(rows.map(([path, result]) => `${path}: ${result}`));
  };

  it("reads words, not substrings", () => {
    expect(
      [
        "className",
        "businessName",
        "processName",
        "coverage",
        "latency",
        "authority",
        "adobe",
        "cold",
        "certain",
        "uncertainty",
        "coauthor",
        "wildcard",
        "cardinality",
        "recipe",
        "ipcChannel",
        "monkey",
        "bypass",
        "compass",
        "phonetics",
        "headphones",
        "mailer",
        "telemetry",
        "contactless",
        "spinner",
        "shipping",
        "geoJson",
        "tokenizer",
      ].filter((name) => reported(name)),
    ).toEqual([]);
  });

  it("lets the head noun decide", () => {
    agree([
      ["templateEmail", "email 1"],
      ["emailTemplate", "clean"],
      ["emailTemplateId", "clean"],
      ["passwordStrength", "clean"],
      ["emailMessage", "clean"],
      ["passwordResetUrl", "clean"],
      ["phoneCountryCode", "clean"],
      ["secretSanta", "-"],
      ["cookieBanner", "clean"],
      ["tokenForUser", "token 1"],
      ["userByEmail", "object 1"],
      ["numberOfUsers", "clean"],
      ["emailsPerDay", "clean"],
    ]);
    agree([
      ["emailOfUser", "email 1"],
      ["phoneNumberForUser", "phone 1"],
      ["forEmail", "email 1"],
      ["peakNumberOfUsers", "clean"],
      ["dateOfBirth", "dob 1"],
      ["customerDateOfBirth", "dob 1"],
      ["postcode", "address 2"],
    ]);
  });

  it("looks through words for the form of a value", () => {
    agree([
      ["emailValue", "email 1"],
      ["newEmailStr", "email 1"],
      ["password2", "password 1"],
      ["phoneHome", "phone 1"],
      ["emailsList", "email 1"],
      ["private_key_pem", "private_key 1"],
    ]);
    agree([
      ["tokenRaw", "token 1"],
      ["accessToken2", "token 1"],
      ["ip2", "ip 1"],
      ["phone10", "phone 1"],
      ["emails.12", "email 1"],
    ]);
  });

  it("does not mind the spelling", () => {
    expect(
      [
        "phoneNumber",
        "phone_number",
        "PHONE_NUMBER",
        "phone-number",
        "phonenumber",
        "PhoneNumber",
        "phoneNo",
        "phone_num",
      ].map(said),
    ).toEqual(Array(8).fill("phone 1"));
  });

  it("is silent about flags, actions and amounts", () => {
    agree([
      ["hasEmail", "clean"],
      ["email_verified", "clean"],
      ["isPasswordValid", "clean"],
      ["requirePhone", "clean"],
      ["sendEmail", "clean"],
      ["onEmailChange", "clean"],
      ["inviteUser", "clean"],
      ["totalUsers", "clean"],
      ["numEmails", "clean"],
      ["emailSent", "clean"],
    ]);
    agree([
      ["userHasEmail", "clean"],
      ["jwtInvalidToken", "clean"],
      ["supports_ipv6", "clean"],
      ["supportEmail", "email 1"],
      ["revokeToken", "clean"],
      ["rememberPassword", "clean"],
    ]);
    agree([
      ["noPlate", "clean"],
      ["passwordRecentlyChanged", "clean"],
      ["sent", "-"],
      ["available", "-"],
    ]);
    agree([
      ["inviteEmail", "email 1"],
      ["confirmPassword", "password 1"],
      ["resetToken", "token 1"],
    ]);
  });

  it("is silent about what is masked, hashed, encrypted or invented", () => {
    agree([
      ["hashedEmail", "clean"],
      ["email_sha256", "clean"],
      ["redactedUser", "clean"],
      ["encryptedPassword", "clean"],
      ["cardLast4", "clean"],
      ["masked.email", "clean"],
      ["fakeEmail", "clean"],
      ["placeholderEmail", "clean"],
    ]);
    agree([["last4", "clean"]]);
    agree([
      ["deviceFingerprint", "device_id 2"],
      ["rawEmail", "email 1"],
      ["base64Email", "email 1"],
    ]);
  });

  it("is silent about tables of texts and enumerations", () => {
    agree([
      ["LABELS.email", "clean"],
      ["errors.password", "clean"],
      ["messages.password", "clean"],
      ["FIELDS.EMAIL", "clean"],
      ["ContactMethod.Phone", "clean"],
      ["Channel.Email", "clean"],
    ]);
    agree([
      ["User.Email", "email 1"],
      ["Config.API_KEY", "api_key 1"],
      ["fields.email", "email 1"],
    ]);
    agree([
      ["api.Delivery.Email", "clean"],
      ["order.Email", "email 1"],
      ["Order.email", "email 1"],
      ["orderForm.phoneNumber", "phone 1"],
    ]);
  });

  it("never reports surrogate ids, which are what to send instead", () => {
    expect(
      [
        "id",
        "user.id",
        "user._id",
        "userId",
        "user_ids",
        "accountId",
        "sessionId",
        "customer.uuid",
        "apiKeyId",
        "patientId",
      ].map(said),
    ).toEqual(Array(10).fill("clean"));
    agree([
      ["taxId", "gov_id 1"],
      ["deviceId", "device_id 2"],
      ["req.sessionID", "cookie 1"],
    ]);
  });

  it("takes the number of a thing's id for an id, and not for that of a document", () => {
    agree([
      ["bookingIdNum", "clean"],
      ["chain_id_num", "clean"],
      ["userIdNum", "clean"],
      ["order.idNum", "clean"],
      ["currentOrder.id_number", "clean"],
      ["bookings.idNo", "clean"],
      ["ticketData.newIdNumber", "clean"],
      ["orderIdNumber", "clean"],
      ["idNum", "gov_id 1"],
      ["form.idNum", "gov_id 1"],
      ["passport.idNumber", "gov_id 1"],
      ["customer.idNumber", "gov_id 1"],
      ["order.taxId", "gov_id 1"],
      ["userIdNumber", "gov_id 1"],
      ["newIdNumber", "gov_id 1"],
      ["nationalIdNum", "gov_id 1"],
      ["foreignIdCardNumber", "gov_id 1"],
      ["clientIdDocumentNo", "gov_id 1"],
    ]);
  });

  it("takes keys that builds deliver to browsers for public", () => {
    agree([
      ["env.VITE_GOOGLE_MAPS_API_KEY", "clean"],
      ["env.REACT_APP_MAPS_API_KEY", "clean"],
      ["env.NEXT_PUBLIC_MAPS_API_KEY", "clean"],
      ["env.GOOGLE_MAPS_API_KEY", "api_key 1"],
      ["config.firebase.webApiKey", "clean"],
    ]);
  });

  it("takes Google's `verified_email` for an answer", () => {
    agree([
      ["googleUser.verified_email", "clean"],
      ["user.verifiedEmail", "email 1"],
      ["user.email_verified", "clean"],
    ]);
  });

  it("reads token by its neighbours", () => {
    agree([
      ["token", "token 1"],
      ["invite.token", "token 1"],
      ["trackingToken", "token 2"],
      ["refreshToken", "token 1"],
      ["accessTokens", "token 1"],
      ["expoPushToken", "token 2"],
      ["maxTokens", "clean"],
      ["nextPageToken", "clean"],
      ["tokens", "clean"],
      ["usage.total_tokens", "clean"],
      ["cancelToken", "clean"],
      ["tokenSymbol", "clean"],
      ["parser.token", "clean"],
    ]);
    agree([
      ["user.token", "token 1"],
      ["userToken", "token 1"],
      ["csrf.tokens", "token 1"],
    ]);
  });

  it("reads key by its neighbours", () => {
    agree([
      ["apiKey", "api_key 1"],
      ["privateKey", "private_key 1"],
      ["serviceRoleKey", "api_key 1"],
      ["stripeKey", "api_key 1"],
      ["key", "-"],
      ["cacheKey", "clean"],
      ["keyCode", "clean"],
      ["accessTokenKey", "clean"],
    ]);
    agree([
      ["api.key", "api_key 1"],
      ["ssh.key", "private_key 1"],
      ["lead.key", "-"],
    ]);
  });

  it("reads name, address, location and age by the person they belong to", () => {
    agree([
      ["name", "-"],
      ["user.name", "name 1"],
      ["customerName", "name 1"],
      ["migration.name", "-"],
      ["userData.name", "name 1"],
      ["users.data.name", "name 1"],
      ["user.company.name", "-"],
      ["displayName", "name 2"],
      ["user.displayName", "name 1"],
      ["component.displayName", "clean"],
      ["userName", "username 2"],
      ["address", "address 2"],
      ["user.address", "address 1"],
      ["contractAddress", "clean"],
      ["address.port", "-"],
      ["remoteAddress", "ip 1"],
      ["server.address", "clean"],
      ["cfg.ip", "clean"],
      ["httpd_config.ip", "clean"],
      ["cfg.metrics_httpd.ip", "clean"],
      ["socket.handshake.address", "ip 1"],
      ["location", "-"],
      ["user.location", "location 1"],
      ["file.location", "clean"],
      ["currentLocation", "location 1"],
      ["age", "-"],
      ["user.age", "demographic 1"],
      ["cacheAge", "clean"],
      ["race", "-"],
      ["raceCondition", "clean"],
      ["ip", "ip 1"],
      ["server.ip", "clean"],
      ["zip", "-"],
      ["address.zip", "address 2"],
    ]);
    agree([
      ["taskOwner.name", "name 1"],
      ["profile.name", "name 1"],
      ["customerModel.name", "name 1"],
      ["userClone.name", "name 1"],
      ["user1.name", "name 1"],
      ["home.address", "address 1"],
      ["request.address", "ip 1"],
    ]);
  });

  it("leaves it open whether an account or a lead is a person", () => {
    agree([
      ["account.name", "name 2"],
      ["lead.name", "name 2"],
      ["accountName", "clean"],
    ]);
  });

  it("takes the project's own nouns for persons", () => {
    expect(classifyName(["tenant", "name"])).toBeUndefined();
    expect(classifyName(["tenant", "name"], { owners: ["tenant"] })).toMatchObject({ kind: "name", tier: 1 });
    expect(classifyName(["tenantName"], { owners: ["tenant"] })).toMatchObject({ kind: "name" });
  });

  it("reads a property together with its owner", () => {
    agree([
      ["card.number", "financial 1"],
      ["card.brand", "clean"],
      ["req.body", "free_form 1"],
      ["ctx.request.body", "free_form 1"],
      ["document.cookie", "cookie 1"],
      ["process.env", "env 1"],
      ["process.env.NODE_ENV", "-"],
      ["window.location.href", "url_query 2"],
      ["window.location.pathname", "-"],
      ["e.target.value", "free_form 1"],
      ["e.target.name", "-"],
      ["emailRef.current.value", "email 1"],
      ["passwordInput.value", "password 1"],
      ["config.headers", "auth_header 1"],
      ["table.headers", "clean"],
    ]);
    agree([
      ["shippingAddress.line", "address 1"],
      ["input.value", "free_form 1"],
      ["inputValue", "free_form 2"],
      ["inputRef.value", "free_form 1"],
      ["textareaRef.current.value", "free_form 1"],
    ]);
  });

  it("reads what a field or a reference holds by its own name", () => {
    agree([
      ["contactEmail.value", "email 1"],
      ["billingEmailInput.value", "email 1"],
      ["field.value", "-"],
      ["ref.current", "-"],
      ["form.field.value", "-"],
      ["email._", "-"],
    ]);
  });

  it("is silent about false friends", () => {
    agree([
      ["welcomeEmail", "clean"],
      ["inReplyTo", "clean"],
      ["repo.fullName", "clean"],
      ["networkPassphrase", "clean"],
      ["publicApiKey", "clean"],
      ["langCookie", "clean"],
      ["document.pin", "clean"],
      ["servers.keys", "-"],
      ["cursorCoords", "clean"],
      ["corsHeaders", "-"],
      ["token0", "clean"],
      ["buyToken", "clean"],
      ["profileName", "clean"],
      ["assignedToUser", "clean"],
      ["ownerDocument", "-"],
      ["device.mobile", "clean"],
      ["tokenEnvVar", "-"],
    ]);
    agree([
      ["envVars", "env 1"],
      ["pin", "password 1"],
      ["coords", "location 1"],
      ["mobile", "phone 1"],
      ["me.fullName", "name 1"],
    ]);
  });

  it("knows whole persons and forms", () => {
    agree([
      ["user", "object 1"],
      ["currentUser", "object 1"],
      ["req.user", "object 1"],
      ["customerData", "object 1"],
      ["formData", "object 1"],
      ["users", "object 2"],
      ["author", "-"],
      ["dbUser", "-"],
      ["awsProfile", "-"],
      ["User", "-"],
      ["activeUsers", "-"],
      ["users.length", "clean"],
    ]);
    agree([
      ["profile", "object 1"],
      ["adminData", "object 1"],
      ["ownerDetails", "object 1"],
      ["usersData", "object 1"],
      ["CURRENT_USER", "object 1"],
    ]);
  });

  it("survives any name, quickly", () => {
    const started = performance.now();
    for (const name of [
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
      "",
      "_",
      "🙂",
      "ﬀ",
      "9",
      "of",
      "a of b",
      "x".repeat(100_000),
      "aA".repeat(50_000),
      "A".repeat(100_000),
      "_".repeat(100_000),
    ]) {
      expect(() => classifyName([name])).not.toThrow();
      expect(() => classifyName([name, name, name])).not.toThrow();
      expect(() => classifyCallee(name)).not.toThrow();
    }
    expect(classifyName([])).toBeUndefined();
    expect(classifyName(["__proto__"])).toBeUndefined();
    expect(() => classifyName(Array(100_000).fill("value"))).not.toThrow();
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("has a vocabulary that its own reader can reach", () => {
    const unreachable = [...phrases.keys(), ...phrasesWithOwner.keys()].filter(
      (phrase) => phrase.split(" ").map(canonical).join(" ") !== phrase,
    );
    expect(unreachable).toEqual([]);
  });
});

describe("words with two meanings", () => {
  it.each([
    ["user.screenName", "username 2"],
    ["screenName", undefined],
    ["booker.name", "name 1"],
    ["fname", "name 1"],
    ["fromName", "name 1"],
    ["fn.caller.name", undefined],
    ["model.firstName", "name 1"],
    ["signedUrl", "token 1"],
    ["query", "free_form 2"],
    ["db.query", "clean"],
    ["subscriptionKey", undefined],
    ["userMessage", "clean"],
    ["folder.displayName", "clean"],
    ["ledgerAccount.name", undefined],
    ["account.name", "name 2"],
    ["contactSensor.contact", "clean"],
    ["voice.gender", "clean"],
    ["user.gender", "demographic 1"],
    ["venue.coordinates", "clean"],
    ["user.coordinates", "location 1"],
    ["cell.address", "clean"],
    ["frame.ip", "clean"],
    ["process.env.PWD", "clean"],
    ["config.pwd", "password 1"],
    ["eleve.prenom", "name 1"],
    ["élève.prénom", "name 1"],
    ["datos.correo", "email 1"],
    ["cliente.nombre", "name 1"],
    ["archivo.nombre", undefined],
    ["Straße", "address 1"],
    ["fechaNacimiento", "dob 1"],
    ["kodPocztowy", "address 2"],
    ["tckn", "gov_id 1"],
    ["benutzer.kennwort", "password 1"],
    ["persona.dni", "gov_id 1"],
    ..."nip inn rfc sin rue ort cap ad fio rib handy familia parola"
      .split(" ")
      .map((friend): [string, undefined] => [friend, undefined]),
  ])("reads %s as %s", (name, expected) => {
    const said = classifyName(name.split("."));
    expect(typeof said === "object" ? `${said.kind} ${said.tier}` : said).toBe(expected);
  });
});

describe("classifyCallee", () => {
  it.each([
    [
      "answer",
      [
        "isValid",
        "is_some",
        "is_empty",
        "hasEmail",
        "validateEmail",
        "verifyPassword",
        "count",
        "len",
        "countEmails",
        "byteLength",
        "word_count",
        "getTokenCount",
      ],
    ],
    [
      "sanitized",
      [
        "hash",
        "sha256",
        "md5",
        "createHmac",
        "digest",
        "bcryptHash",
        "maskEmail",
        "redact",
        "anonymise",
        "pseudonymize",
        "obfuscate",
        "scrubSensitive",
        "encrypt",
        "sanitizePII",
        "sanitizeObjectPII",
        "redactSensitiveArgs",
        "maskPII",
        "stripSensitiveData",
        "sanitizeForLog",
        "removePii",
        "sha1Hex",
        "getHashedEmail",
      ],
    ],
  ])("knows %s results", (result, names) => {
    expect(names.filter((name) => classifyCallee(name) !== result)).toEqual([]);
  });

  it.each([
    ["getEmail", "email"],
    ["fetchUserProfile", "userProfile"],
    ["get_token", "token"],
    ["getUserOrThrow", "user"],
    ["loadUserEmailAsync", "userEmail"],
    ["loadCustomerAsync", "customer"],
    ["useUser", "user"],
    ["decodeJwt", "jwt"],
    ["currentUser", "user"],
    ["email", "email"],
  ])("knows that %s() is %s", (name, returns) => {
    expect(classifyCallee(name)).toEqual({ returns });
  });

  it.each([
    "tokenize",
    "doThings",
    "map",
    "filter",
    "verify",
    "decrypt",
    "check",
    "validate",
    "includes",
    "to_owned",
    "",
  ])("says nothing of %s", (name) => {
    expect(classifyCallee(name)).toBeUndefined();
  });
});
