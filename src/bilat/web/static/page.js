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
  // What is too wide for the screen begins with the latest months.
  for (const strip of document.querySelectorAll(".scroll:has(> .heat.latest)")) strip.scrollLeft = strip.scrollWidth;
  // The further pages fold up again.
  for (const more of document.querySelectorAll("details.more")) {
    addEventListener("click", (event) => { if (!more.contains(event.target)) more.open = false; });
    addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !more.open) return;
      more.open = false;
      more.querySelector("summary").focus();
    });
  }
  // Whoever came with two countries to a page that is about no two goes on with them, in this tab.
  for (const ways of document.querySelectorAll("nav.ways")) {
    const name = "bilat-pair";
    try {
      if (ways.dataset.pair) sessionStorage.setItem(name, ways.dataset.pair);
      else if (!("keeps" in ways.dataset)) sessionStorage.removeItem(name);
      else goOn(ways, (sessionStorage.getItem(name) || "").split(" "));
    } catch (error) { /* storage is closed: the menu asks of all */ }
  }

  function goOn(ways, pair) {
    if (pair.length !== 2) return;
    const query = new URLSearchParams(pair.map((code) => ["country", code]));
    for (const link of ways.querySelectorAll("a[data-two]")) {
      if (!link.getAttribute("href").startsWith("/")) return; // pages in a folder have no addresses that ask
      link.href = `${link.dataset.two}?${query}`;
    }
    const both = ways.querySelector("a.pair");
    const sorted = [...pair].sort();
    both.href = `/relation/${sorted.map(encodeURIComponent).join("/")}`;
    both.textContent = sorted.join(" – ");
    both.hidden = false;
  }
  // On a phone the boxes above a list fold: the list itself comes first.
  for (const form of document.querySelectorAll("main form.filters:not(.go)")) {
    const fold = document.createElement("button");
    fold.type = "button";
    fold.className = "fold";
    fold.textContent = document.getElementById("main").dataset.filters;
    fold.setAttribute("aria-expanded", "false");
    fold.addEventListener("click", () => {
      fold.setAttribute("aria-expanded", String(fold.getAttribute("aria-expanded") !== "true"));
    });
    form.before(fold);
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
