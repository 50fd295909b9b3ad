// What a keyboard can do besides following links. Every page works without this file.
const seek = document.getElementById("seek");
const keys = document.getElementById("keys");
const palette = document.getElementById("palette");
const field = document.getElementById("palette-field");
const list = document.getElementById("palette-list");
const isTyping = e => e.target.closest("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", e => {
  if (e.key === "Escape") closeMenus();
  if (e.defaultPrevented) return;
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
    e.preventDefault();
    openPalette();
  } else if (document.body.dataset.keys !== "off" && !e.ctrlKey && !e.metaKey && !e.altKey && !isTyping(e)) {
    if (e.key === "/" && seek) {
      e.preventDefault();
      seek.focus();
      seek.select();
    } else if (e.key === "?") {
      e.preventDefault();
      keys.showModal();
    }
  }
});

// One menu at a time, and none when the person goes on elsewhere.
const menus = [...document.querySelectorAll("details.menu")];
function closeMenus(except) {
  for (const menu of menus) {
    if (menu !== except && menu.open) {
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  }
}
document.addEventListener("click", e => closeMenus(e.target.closest("details.menu")));

// The palette offers what the page links to anyway.
let offers = [];
let chosen = 0;
function openPalette() {
  offers = [...document.querySelectorAll("header a[href], main a[href], footer a[href]")]
    .map(a => ({ text: a.textContent.trim().replace(/\s+/g, " "), href: a.href }))
    .filter((o, i, all) => o.text && all.findIndex(x => x.href === o.href) === i);
  field.value = "";
  palette.showModal();
  show();
}
function show() {
  const wanted = field.value.toLocaleLowerCase();
  const found = offers.filter(o => o.text.toLocaleLowerCase().includes(wanted)).slice(0, 12);
  chosen = Math.max(0, Math.min(chosen, found.length - 1));
  list.replaceChildren(...found.map((o, i) => {
    const item = document.createElement("li");
    item.id = `palette-${i}`;
    item.role = "option";
    item.dir = "auto";
    item.textContent = o.text;
    item.ariaSelected = String(i === chosen);
    item.addEventListener("click", () => location.assign(o.href));
    return item;
  }));
  field.setAttribute("aria-activedescendant", found.length ? `palette-${chosen}` : "");
  return found;
}
field?.addEventListener("input", () => { chosen = 0; show(); });
field?.addEventListener("keydown", e => {
  const found = show();
  if (e.key === "ArrowDown") chosen++;
  else if (e.key === "ArrowUp") chosen--;
  else if (e.key === "Enter" && found[chosen]) location.assign(found[chosen].href);
  else return;
  e.preventDefault();
  show();
});

// What a person left empty says nothing, and stands not in the address of what was found.
document.addEventListener("formdata", e => {
  if (e.target.method !== "get") return;
  for (const [name, value] of [...e.formData]) {
    if (value === "") e.formData.delete(name);
  }
});

// A page that says where its changes are told is made anew in place when there are some: part by part, never the part that is in use.
const live = document.querySelector("[data-live]")?.dataset.live;
if (live) {
  let known;
  let source;
  // A page in front of nobody must not keep a session in use: after an hour untouched it stops listening, and goes on when it is touched.
  const unattended = 3_600_000;
  let touched = Date.now();
  const listen = () => {
    source = new EventSource(live);
    source.addEventListener("revision", e => {
      const { revision } = JSON.parse(e.data);
      if (known !== revision) renew(); // the first too: something may have changed between the page and the line
      known = revision;
    });
    // A browser tries again by itself where the line breaks, and never where it was refused once.
    source.addEventListener("error", () => {
      if (Date.now() - touched > unattended) source.close();
      else if (source.readyState === EventSource.CLOSED && !document.hidden) setTimeout(listen, 3000);
    });
  };
  for (const kind of ["pointermove", "keydown", "scroll"]) {
    document.addEventListener(kind, () => {
      const back = Date.now() - touched > unattended && source.readyState === EventSource.CLOSED;
      touched = Date.now();
      if (back) listen();
    }, { passive: true });
  }
  // A page nobody looks at holds no line; it catches up when it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) source.close();
    else listen();
  });
  listen();
}
async function renew() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  let changed = false;
  for (const part of document.querySelectorAll("[data-part]")) {
    const next = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (!next || next.innerHTML === part.innerHTML) continue;
    changed = true;
    if (part.contains(document.activeElement)) part.addEventListener("focusout", () => part.replaceChildren(...next.childNodes), { once: true });
    else part.replaceChildren(...next.childNodes);
  }
  if (changed) document.getElementById("news").textContent = document.getElementById("news").dataset.text;
}

// The code of a link stands behind the number sign, which no server is sent; it goes into the form and out of the address.
const code = document.getElementById("field-linkCode");
if (code && location.hash.length > 1) {
  code.value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", location.pathname);
  code.form.requestSubmit();
}
