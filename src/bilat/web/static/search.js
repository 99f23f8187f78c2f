// The search box: what is found while words are typed, under it. After the combobox pattern of the ARIA Authoring
// Practices Guide: the focus stays in the box, arrows choose, Enter opens, Escape closes.
(function () {
  "use strict";
  const box = document.getElementById("find");
  const list = document.getElementById("found");
  if (!box || !list) return;
  const WAIT = 120;
  let timer = 0;
  let asked = 0;
  let chosen = -1;
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", "found");
  box.setAttribute("aria-expanded", "false");

  const options = () => [...list.querySelectorAll("[role=option]")];

  function show(open) {
    list.hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    if (!open) choose(-1);
  }

  function choose(at) {
    const all = options();
    chosen = at;
    all.forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at >= 0 && all[at]) {
      box.setAttribute("aria-activedescendant", all[at].id);
      all[at].scrollIntoView({ block: "nearest" });
    } else box.removeAttribute("aria-activedescendant");
  }

  async function look() {
    const words = box.value.trim();
    const mine = ++asked;
    if (!words) return show(false);
    try {
      const answer = await fetch("/search/typed?q=" + encodeURIComponent(words), { credentials: "same-origin" });
      const text = await answer.text();
      if (mine !== asked || !answer.ok) return;
      const found = new DOMParser().parseFromString(text, "text/html").querySelector(".typed");
      list.replaceChildren(document.importNode(found, true));
      show(true);
    } catch (error) { show(false); }
  }

  box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, WAIT); });
  box.addEventListener("focus", () => { if (box.value.trim() && list.hidden) look(); });
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // the keys belong to what writes characters
    const all = options();
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      show(false);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length) {
      event.preventDefault();
      if (list.hidden) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      choose(chosen + step >= all.length ? -1 : chosen + step < -1 ? all.length - 1 : chosen + step);
    } else if (event.key === "Enter" && !list.hidden && chosen >= 0 && all[chosen]) {
      event.preventDefault();
      location.assign(all[chosen].href);
    }
  });
  document.addEventListener("click", (event) => { if (!event.target.closest(".find")) show(false); });
  box.addEventListener("blur", () => setTimeout(() => { if (!list.contains(document.activeElement)) show(false); }, 200));
})();
