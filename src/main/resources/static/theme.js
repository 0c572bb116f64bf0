// Loaded before the first paint: tells the style sheets that scripts run, and Tabler which of its themes to wear.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wear = () => root.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  root.setAttribute("data-js", "");
  wear();
  dark.addEventListener("change", wear);
})();
