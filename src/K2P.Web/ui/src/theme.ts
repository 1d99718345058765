// Light or dark: as the system says, until the user says otherwise.

import { byId } from "./dom.ts";

const key = "k2p.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function apply() {
  const chosen = stored();
  if (chosen) document.documentElement.dataset.theme = chosen;
  const isDark = chosen ? chosen === "dark" : dark.matches;
  byId("theme").textContent = isDark ? "Light" : "Dark";
  byId("theme").setAttribute("aria-label", isDark ? "Light colours" : "Dark colours");
}

export function startTheme() {
  byId("theme").addEventListener("click", () => {
    const isDark = (stored() ?? (dark.matches ? "dark" : "light")) === "dark";
    try {
      localStorage.setItem(key, isDark ? "light" : "dark");
    } catch {
      // Then the choice holds for nothing but this page.
      document.documentElement.dataset.theme = isDark ? "light" : "dark";
    }
    apply();
  });
  dark.addEventListener("change", apply);
  apply();
}
