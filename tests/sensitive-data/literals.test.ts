import { describe, expect, it } from "vitest";
import { classifyLiteral } from "../../src/sensitive-data/literals.ts";

/** Tokens are put together here so that scanners of repositories do not take them for real ones. */
const letters = (count: number) => "aB3dE5gH7jK9mN2pQ4sT6vW8yZ".repeat(10).slice(0, count);
const hex = (count: number) => "0a1b2c3d4e5f6789".repeat(10).slice(0, count);
const join = (...parts: string[]) => parts.join("");

function found(text: string): [string, string] | undefined {
  const result = classifyLiteral(text);
  return result && [result.finding.kind, text.slice(result.start, result.end)];
}

describe("classifyLiteral", () => {
  it.each([
    ["email", "jane.doe@gmail.com"],
    ["email", "o'neil+tag@mail.company.co.uk"],
    ["financial", "4111 1111 1111 1111"],
    ["financial", "5555-5555-5555-4444"],
    ["financial", "378282246310005"],
    ["financial", "DE89370400440532013000"],
    ["financial", "GB82 WEST 1234 5698 7654 32"],
    ["financial", "NO93 8601 1117 947"],
    ["token", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.dozjgNryP4J3jVmNHl0w"],
    ["password", "postgres://admin:hunter2@db.company.net"],
    ["password", "redis://:hunter2@10.0.0.1"],
    ["password", "amqp://guest:321321@10.0.0.1"],
    ["private_key", "-----BEGIN RSA PRIVATE KEY-----"],
    ["private_key", "-----BEGIN PRIVATE KEY-----"],
    ["token", join("ghp_", letters(36))],
    ["token", join("github_pat_", letters(40))],
    ["token", join("glpat-", letters(20))],
    ["api_key", join("AKIA", "Z7Q2M4K6P3R5T2W4")],
    ["api_key", join("sk_live_", letters(24))],
    ["token", join("xoxb-", "123456789012-", letters(24))],
    ["api_key", join("AIza", letters(35))],
    ["api_key", join("SG.", letters(22), ".", letters(43))],
    ["token", join("npm_", letters(36))],
    ["token", join("hf_", letters(34))],
    ["api_key", join("sk-ant-", "api03-", letters(40))],
    ["api_key", join("sk-proj-", letters(40))],
    ["token", join("shpat_", hex(32))],
    ["token", join("EAACEdEose0cBA", letters(20))],
    ["token", join("ya29.", letters(40))],
    ["token", join("dop_v1_", hex(64))],
  ])("finds %s in a sentence: %s", (kind, secret) => {
    expect(found(`Sent ${secret} to the server`)).toEqual([kind, secret]);
    expect(found(secret)).toEqual([kind, secret]);
    expect(found(`(${secret}),`)).toEqual([kind, secret]);
  });

  it("gives the leftmost of several", () => {
    expect(found("4111111111111111 of jane@gmail.com")?.[0]).toBe("financial");
    expect(found("jane@gmail.com paid with 4111111111111111")?.[0]).toBe("email");
  });

  it("counts UTF-16 units", () => {
    expect(classifyLiteral("😀 jane@gmail.com")).toMatchObject({ start: 3, end: 17 });
  });

  it.each([
    "user@example.com",
    "someone@mail.example.org",
    "a@b.test",
    "xxxx",
    "changeme",
    "support@shop.io",
    "no-reply@shop.io",
    "react@18.2.0",
    "@scope/pkg@1.2.3",
    "git@github.com:owner/repo.git",
    "icon@2x.png",
    "deploy@server.internal",
    "@media",
    "user@",
    "ssh://git@host.net/repo",
    "ssh://deploy@host.net/repo",
    "xxxxxx@company.net",
    "https://user:aaaaaaaa@host.net",
    "https://user:1212@host.net",
    "1234567812345670",
    "XX0912345678",
    "XX48ABCD1234ABCD1234ABCD1234ABCD123",
    "https://user:****@host.net",
    "https://<user>:<password>@host.net",
    "postgres://u:${password}@db",
    "https://host.net:8080/a@b",
    "time 12:30:45",
    "4111111111111112",
    "1234567890123456",
    "0000000000000000",
    "1700000000000",
    "order 20240101123456789",
    "550e8400-e29b-41d4-a716-446655440000",
    "5555-5555-5555-4444-1",
    "3.4111111111111111",
    "DE89370400440532013001",
    "GB82WEST",
    "eyJ.eyJ.x",
    join("AKIA", "IOSFODNN7EXAMPLE"),
    join("ghp_", "x".repeat(36)),
    "sk_live_",
    "token",
    "SG.short.key",
    "keyboard",
    "-----BEGIN PUBLIC KEY-----",
    "-----BEGIN CERTIFICATE-----",
    "User authenticated",
    "",
  ])("is silent about %s", (text) => {
    expect(found(text)).toBeUndefined();
  });

  it("takes linear time and reads no further than ten thousand characters", () => {
    const started = performance.now();
    for (const unit of [
      "a",
      "a.",
      "a@",
      "a@a.",
      "1 ",
      "1",
      "A1",
      "eyJa.",
      "http://a:",
      "://:",
      "AB12 ",
      "-----BEGIN ",
      "sk-",
      "%+",
    ]) {
      classifyLiteral(unit.repeat(200_000));
    }
    expect(performance.now() - started).toBeLessThan(1500);
    expect(classifyLiteral(`${" ".repeat(10_000)}jane@gmail.com`)).toBeUndefined();
  });
});
