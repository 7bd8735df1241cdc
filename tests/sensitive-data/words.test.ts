import { describe, expect, it } from "vitest";
import { canonical, isPlural, wordsOf } from "../../src/sensitive-data/words.ts";

describe("wordsOf", () => {
  it.each([
    ["userIPAddress", "user ip address"],
    ["user_ip_address", "user ip address"],
    ["USER-IP-ADDRESS", "user ip address"],
    ["user.ip.address", "user ip address"],
    ["SSNHash", "ssn hash"],
    ["userIDs", "user ids"],
    ["JWTToken", "jwt token"],
    ["OAuthToken", "oauth token"],
    ["oauth2Token", "oauth token"],
    ["eMail", "email"],
    ["e_mail", "email"],
    ["passWord", "password"],
    ["sha256Email", "sha email"],
    ["card_last_4", "card last4"],
    ["2faCode", "mfa code"],
    ["twoFactorCode", "mfa code"],
    ["userIPv4Address", "user ip address"],
    ["ipv6", "ip"],
    ["addressLine2", "address line 2"],
    ["firstname", "first name"],
    ["FIRSTNAME", "first name"],
    ["dateofbirth", "date of birth"],
    ["creditcardnumber", "credit card number"],
    ["accesstokens", "access tokens"],
    ["creditcardnumbers", "credit card numbers"],
    ["className", "class name"],
    ["größeÄndern", "grosse andern"],
    ["メール", "メール"],
    ["", ""],
    ["__", ""],
    ["__proto__", "proto"],
    ["constructor", "constructor"],
  ])("splits %s into %s", (name, words) => {
    expect(wordsOf(name).join(" ")).toBe(words);
  });

  it("finds no words in names that nobody wrote", () => {
    expect(wordsOf("email".repeat(100))).toEqual([]);
  });
});

describe("canonical", () => {
  it.each([
    ["emails", "email"],
    ["addresses", "address"],
    ["allergies", "allergy"],
    ["cookies", "cookie"],
    ["people", "person"],
    ["address", "address"],
    ["status", "status"],
    ["diagnosis", "diagnosis"],
    ["gps", "gps"],
    ["ids", "id"],
    ["pwd", "password"],
    ["addr", "address"],
    ["creds", "credential"],
    ["toString", "toString"],
    ["pwds", "password"],
    ["assessments", "assessment"],
  ])("reads %s as %s", (word, known) => {
    expect(canonical(word)).toBe(known);
  });

  it("knows a plural from a word in s", () => {
    expect(["tokens", "addresses", "address", "status"].map(isPlural)).toEqual([true, true, false, false]);
  });
});
