import { button } from "./dom.ts";

const KEY = "sentry-breadcrumbs-theme";
const THEMES = ["system", "light", "dark"] as const;

type Theme = (typeof THEMES)[number];

/** A button that leads from the system's theme to light to dark. */
export function themeButton(): HTMLButtonElement {
  let theme = remembered();
  const apply = (): void => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    toggle.textContent = `Theme: ${theme}`;
  };
  const toggle = button({ class: "plain theme" }, () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
    try {
      localStorage.setItem(KEY, theme);
    } catch {
      // Pages from a disk may have no storage: the choice holds until the page is left.
    }
    apply();
  });
  apply();
  return toggle;
}

function remembered(): Theme {
  try {
    const stored = localStorage.getItem(KEY);
    return THEMES.find((theme) => theme === stored) ?? "system";
  } catch {
    return "system";
  }
}
