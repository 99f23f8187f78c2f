// What every page does beyond what it says: the menu, the look, links into the words of an article.
(function () {
  "use strict";
  const root = document.documentElement;

  function dark() {
    if (root.dataset.theme) return root.dataset.theme === "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  }

  for (const button of document.querySelectorAll("button.theme")) {
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try { localStorage.setItem("bilat-theme", root.dataset.theme); } catch (error) { /* for this page only */ }
      document.dispatchEvent(new Event("bilat:theme"));
    });
  }
  for (const button of document.querySelectorAll("button.menu")) {
    button.addEventListener("click", () => {
      const open = button.getAttribute("aria-expanded") !== "true";
      button.setAttribute("aria-expanded", String(open));
    });
  }
  // Filters: what is left empty need not stand in the address.
  for (const form of document.querySelectorAll("form.filters, form.find")) {
    form.addEventListener("submit", () => {
      for (const box of form.elements) if (box.name && box.value === "") box.disabled = true;
    });
  }
  addEventListener("pageshow", () => {
    for (const box of document.querySelectorAll("form.filters [disabled], form.find [disabled]")) box.disabled = false;
  });
  // "/" goes to the search box, as on other sites.
  addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById("find").focus();
    }
  });
})();
