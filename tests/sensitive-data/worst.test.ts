import { expect, test } from "vitest";
import { worstLeakFinder } from "../../src/sensitive-data/index.ts";
import { detect } from "../support/detect.ts";

test.each([
  ["{ message: `for ${user.email}` }", "an e-mail address (`user.email`)", true],
  ["{ category: user.email }", "an e-mail address (`user.email`)", true],
  ["{ type: user.email }", "an e-mail address (`user.email`)", true],
  ["{ data: { username } }", "a user name (`username`)", false],
  // What is personal by all means comes before what is at times.
  ["{ message: username, data: { password } }", "a password (`password`)", true],
  ["{ data: { username, term: searchQuery, phone } }", "a phone number (`phone`)", true],
  ["{ message: email, data: { username } }", "an e-mail address (`email`)", true],
])("the worst of %s", (fields, what, definite) => {
  const { breadcrumbs } = detect(`import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(${fields});`);
  expect(breadcrumbs.map(worstLeakFinder({ allow: [], deny: [], sanitizers: [], owners: [] }))).toEqual([
    { what, definite },
  ]);
});

test.each(["{}", '{ message: "a" }', "{ level: user.email }", "{ message: user.id, data: { count } }"])(
  "nothing bad in %s",
  (fields) => {
    const { breadcrumbs } = detect(`import { addBreadcrumb } from "@sentry/node";\naddBreadcrumb(${fields});`);
    expect(breadcrumbs.map(worstLeakFinder({ allow: [], deny: [], sanitizers: [], owners: [] }))).toEqual([undefined]);
  },
);
