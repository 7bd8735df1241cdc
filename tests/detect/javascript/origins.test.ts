import { expect, test } from "vitest";
import { resolve, type Value } from "../../../src/breadcrumb/index.ts";
import { readValue } from "../../support/read-values.ts";

function originAt(code: string): string | undefined {
  const value: Value = readValue(code);
  return value.origin ?? resolve(value).origin;
}

test.each([
  ["(req) => use(req.body)", "request-body"],
  ["(request) => use(request.headers)", "request-headers"],
  ["(req) => use(req.headers.authorization)", "authorization"],
  ['(req) => use(req.headers["authorization"])', "authorization"],
  ['(req) => use(req.headers.get("Authorization"))', "authorization"],
  ["(req) => use(req.cookies)", "request-cookies"],
  ["(req) => use(req.query)", "request-query"],
  ["(req) => use(req.ip)", "client-address"],
  ["(req) => use(req.socket.remoteAddress)", "client-address"],
  ["(ctx) => use(ctx.request.body)", "request-body"],
  ["(ctx) => use(ctx.ip)", "client-address"],
  ["async (request) => use(await request.json())", "request-body"],
  ["(socket) => use(socket.handshake.address)", "client-address"],
  ["(req) => { const { body } = req; use(body) }", "request-body"],
  ["use(document.cookie)", "cookies"],
  ["use(window.document.cookie)", "cookies"],
  ["use(location.href)", "url"],
  ["use(window.location.href)", "url"],
  ["use(document.location.search)", "url-query"],
  ["use(location.hash)", "url-query"],
  ["const { href } = window.location; use(href)", "url"],
  ['use(localStorage.getItem("token"))', "storage"],
  ['use(window.sessionStorage.getItem("token"))', "storage"],
  ['const params = new URLSearchParams(location.search); use(params.get("token"))', "url-query"],
  ['use(new URLSearchParams(x).get("token"))', "url-query"],
  ['use(url.searchParams.get("token"))', "url-query"],
  ["use(new FormData(form))", "form"],
  ["const data = new FormData(form); use(Object.fromEntries(data))", "form"],
  ["use(Object.fromEntries(formData.entries()))", "form"],
  ["(e) => use(e.target.value)", "input-value"],
  ["(event) => use(event.currentTarget.value)", "input-value"],
  ["use(emailRef.current.value)", "input-value"],
  ["(position) => use(position.coords)", "position"],
  ["navigator.geolocation.getCurrentPosition((pos) => use(pos.coords))", "position"],
  ["use(process.env)", "environment"],
  ["use(import.meta.env)", "environment"],
  ['import { jwtDecode } from "jwt-decode"; use(jwtDecode(token))', "claims"],
  ['import jwt from "jsonwebtoken"; use(jwt.verify(token, key))', "claims"],
])("%s", (code, origin) => {
  expect(originAt(code)).toBe(origin);
});

test.each([
  "use(process.env.NODE_ENV)",
  "use(location.pathname)",
  "use(user.body)",
  "use(config.headers)",
  "use(file.location)",
  "(e) => use(e.target.name)",
  "(e) => use(e.target.checked)",
  "use(option.value)",
  "use(cache.getItem(key))",
  "const req = { body: 1 }; use(req.body)",
  "const location = { href: 1 }; use(location.href)",
  "class FormData {} use(new FormData(form))",
  "const document = { cookie: '' }; use(document.cookie)",
  "function jwtDecode() { return 1 } use(jwtDecode(token))",
])("%s has none", (code) => {
  expect(originAt(code)).toBeUndefined();
});
