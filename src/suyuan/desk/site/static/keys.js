// Keyboard comfort; every page is complete without it.
"use strict";
(() => {
  const rows = [...document.querySelectorAll("[data-row]")];
  const search = document.querySelector("input[type=search]");
  const help = document.querySelector(".keys");
  const none = document.querySelector(".no-star");
  let at = -1;

  // What a row is about comes before the outlet that its line begins with.
  const link = (row) => row.querySelector("a[href^='/story/'], a[href^='/article/']") ?? row.querySelector("a[href]");
  const move = (step) => {
    if (!rows.length) return;
    at = Math.max(0, Math.min(rows.length - 1, at + step));
    link(rows[at])?.focus();
    rows[at].scrollIntoView({ block: "nearest" });
  };
  const actions = {
    "/": () => { search?.focus(); search?.select(); },
    j: () => move(1),
    k: () => move(-1),
    o: () => { if (rows[at]) link(rows[at])?.click(); },
    w: () => (rows[at] ?? document).querySelector("a[href^='/why/']")?.click(),
    s: () => { const star = (rows[at] ?? document).querySelector("button.star"); if (star) star.click(); else if (none) none.hidden = false; },
    "？": () => actions["?"](), // as a Chinese keyboard writes it
    "?": () => { if (help) help.hidden = !help.hidden; },
    Escape: () => { if (help) help.hidden = true; },
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (none) none.hidden = true; // said until the next key
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  // A link to a note beside the text opens the fold it lies in.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let fold = target && target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (target) target.scrollIntoView({ block: "nearest" });
  };
  addEventListener("hashchange", unfold);
  unfold();

  // What came since waits behind a line; nothing moves by itself.
  const updates = document.querySelector("[data-since]");
  if (updates && "EventSource" in window) {
    const heard = new EventSource(`/updates?since=${updates.dataset.since}`);
    heard.addEventListener("updates", (event) => {
      const link = document.createElement("a");
      link.href = location.pathname;
      link.textContent = event.data;
      updates.replaceChildren(link);
    });
    addEventListener("pagehide", () => heard.close());
  }
})();
