import { describe, expect, test } from "vitest";
import { reword, rewordKey } from "../../src/sentry/rewording.ts";
import { scrubber } from "../../src/sentry/scrubbing.ts";

const scrubs = scrubber({ words: [], allow: [] });
const alone = { before: false, after: false };

describe("a text in other words", () => {
  test.each([
    ["in small letters", "the auth failed", "the sign-in failed", "sign-in"],
    ["with a capital", "Authenticated.", "Signed in.", "Signed in"],
    ["in capitals", "AUTH failed", "SIGN-IN failed", "SIGN-IN"],
    ["with a capital within", "oAuth failed", "provider sign-in failed", "provider sign-in"],
    ["a word that is all there is", "otp", "one-time code", "one-time code"],
    ["a word that is all there is, with a capital", "Two-Factor", "Second factor", "Second factor"],
    ["a word that is all there is, in capitals", "OTP", "ONE-TIME CODE", "ONE-TIME CODE"],
    ["a token before a mark", "token: 5", "token – 5", "token –"],
    ["several words, of which the first is told", "Author or password?", "Writer or pwd?", "Writer"],
    ["a word that names the same thing", "Password update failed", "Pwd update failed", "Pwd"],
    ["in quotes and brackets", "(“auth”)", "(“sign-in”)", "sign-in"],
  ])("%s: %s", (_, text, reworded, instead) => {
    expect(reword(text, alone, scrubs)).toEqual({ text: reworded, instead });
  });

  test.each([
    ["nothing is scrubbed", "Saved"],
    ["no other word is known", "mysql_pwd is set"],
    ["what is kept may be no key", "Client secret rotated"],
    ["the header has no other name", "Authorization header missing"],
    ["no other word is known for one of two", "auth by mysql_pwd"],
    ["one of two is no word of a sentence", "auth at /api/auth"],
    ["it is a part of a path", "/api/auth/login"],
    ["it is a part of an identifier", "auth_failed"],
  ])("not where %s", (_, text) => {
    expect(reword(text, alone, scrubs)).toBeUndefined();
  });

  test.each([
    ["the word may go on behind it", "Failed auth", { before: false, after: true }, undefined],
    ["the word may have begun before it", "auth failed", { before: true, after: false }, undefined],
    [
      "a space parts the word from what is behind it",
      "Failed auth ",
      { before: false, after: true },
      "Failed sign-in ",
    ],
    [
      "a space parts the word from what is before it",
      " auth failed",
      { before: true, after: false },
      " sign-in failed",
    ],
    ["a mark parts the token from what is behind it", "New token: ", { before: false, after: true }, "New token – "],
    ["a word would have to be alone", "otp", { before: false, after: true }, undefined],
    ["a word would have to be alone, behind something", "otp", { before: true, after: false }, undefined],
  ])("between values, where %s", (_, text, open, reworded) => {
    expect(reword(text, open, scrubs)?.text).toBe(reworded);
  });
});

describe("another name for a key", () => {
  test.each([
    ["tokens", "usage"],
    ["TOKENS", "USAGE"],
    ["maxTokens", "maxUsage"],
    ["max_tokens", "max_usage"],
    ["MAX_TOKENS", "MAX_USAGE"],
    ["auth", "signIn"],
    ["authMethod", "signInMethod"],
    ["userAuth", "userSignIn"],
    ["oauthProvider", "signInProvider"],
    ["my_auth_state", "my_sign_in_state"],
    ["AUTH_METHOD", "SIGN_IN_METHOD"],
    ["auth-method", "sign-in-method"],
    ["auth.method", "sign_in.method"],
    ["Author", "Writer"],
  ])("%s: %s", (key, name) => {
    expect(rewordKey(key, scrubs)).toBe(name);
  });

  test.each([
    ["nothing is scrubbed", "plan"],
    ["no other word is known", "passwordLength"],
    ["the header has no other name", "authorizationHeader"],
    ["another word of it is scrubbed as well", "authToken"],
    ["the word is a part of another one", "authenticatedUser"],
    ["the tokens are no counted ones", "deviceTokens"],
  ])("none where %s: %s", (_, key) => {
    expect(rewordKey(key, scrubs)).toBeUndefined();
  });
});
