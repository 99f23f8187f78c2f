// The words of an article and the things found in them, each leading to the other.
(function () {
  "use strict";
  const pieces = [...document.querySelectorAll(".s")].map((node) => {
    const [start, end] = node.dataset.at.split("-").map(Number);
    return { node, start, end, items: (node.dataset.items || "").split(" ").filter(Boolean) };
  });
  const list = document.querySelector(".items");
  const narrow = matchMedia("(max-width: 60rem)");
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.hidden = true;
  document.querySelector(".document").append(peek);

  function clear() {
    for (const node of document.querySelectorAll(".lit, .near, .current")) node.classList.remove("lit", "near", "current");
  }

  // The stretch that an evidence link names: #c12-40.
  function light(start, end, scrolling) {
    const inside = pieces.filter((piece) => piece.start >= start && piece.end <= end);
    const found = inside.length ? inside : pieces.filter((piece) => piece.start < end && piece.end > start);
    for (const piece of found) piece.node.classList.add("lit");
    for (const to of list.querySelectorAll(`a[href="#c${start}-${end}"]`)) {
      const item = to.closest(".item");
      if (!document.querySelector(".item.current")) {
        item.classList.add("current");
        reveal(item);
      } else item.classList.add("near");
    }
    const first = found[0] && found[0].node;
    if (first && scrolling) {
      const box = first.getBoundingClientRect();
      const room = narrow.matches ? innerHeight * 0.5 : innerHeight;
      if (box.top < 90 || box.bottom > room - 60) scrollTo({ top: scrollY + box.top - innerHeight / 3 });
    }
  }

  function show(names, scrolling) {
    clear();
    const [first, ...others] = names.map((name) => document.getElementById(name)).filter(Boolean);
    if (!first) return;
    first.classList.add("current");
    for (const other of others) other.classList.add("near");
    for (const piece of pieces) if (piece.items.includes(first.id)) piece.node.classList.add("near");
    if (narrow.matches) look(first);
    else if (scrolling) reveal(first);
  }

  // The list scrolls by itself; the page stays where it is.
  function reveal(item) {
    if (narrow.matches) return;
    list.scrollTo({ top: list.scrollTop + item.getBoundingClientRect().top - list.getBoundingClientRect().top - 60 });
  }

  // On a narrow screen the list lies below the text: a thing is shown at the foot of the screen instead.
  function look(item) {
    const copy = item.cloneNode(true);
    copy.removeAttribute("id");
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "×");
    close.addEventListener("click", () => { peek.hidden = true; clear(); });
    peek.replaceChildren(close, copy);
    peek.hidden = false;
  }

  function follow() {
    const name = decodeURIComponent(location.hash.slice(1));
    const place = /^c(\d+)-(\d+)$/.exec(name);
    if (place) {
      clear();
      peek.hidden = true;
      light(Number(place[1]), Number(place[2]), true);
    } else if (name && document.getElementById(name)) show([name], false);
  }

  addEventListener("hashchange", follow);
  follow();
  document.addEventListener("click", (event) => {
    const node = event.target.closest("a.s");
    if (!node || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const names = node.dataset.items.split(" ");
    history.replaceState(null, "", "#" + names[0]);
    show(names, true);
  });
  document.addEventListener("focusin", (event) => {
    const node = event.target.closest("a.s:focus-visible");
    if (node && !narrow.matches) show(node.dataset.items.split(" "), true);
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") { peek.hidden = true; clear(); } });

  // Which kinds are marked is remembered from article to article.
  for (const box of document.querySelectorAll(".legend input")) {
    const key = "bilat-" + box.id;
    try {
      if (localStorage.getItem(key) === "off") box.checked = false;
      box.addEventListener("change", () => localStorage.setItem(key, box.checked ? "on" : "off"));
    } catch (error) { /* storage is closed: all are marked */ }
  }
})();
