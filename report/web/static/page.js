// Makes the page answer while one types. Without it the forms do the same.
"use strict";
(() => {
  document.documentElement.classList.add("scripted");
  const byID = (id) => document.getElementById(id);
  const form = byID("check"), result = byID("result"), tip = byID("tip");

  // What is pointed at or focused tells its reason, from the list below. On the
  // way from the words to what is told of them a pointer may leave both.
  let tipped = null, leaving = 0;
  const hideTip = () => {
    clearTimeout(leaving);
    if (tipped) tipped.removeAttribute("aria-describedby");
    tipped = null;
    if (tip) tip.hidden = true;
  };
  const showTip = (mark) => {
    const reason = byID(mark.getAttribute("href").slice(1));
    if (!reason || !tip || tipped === mark) return;
    hideTip();
    tip.replaceChildren(...[...reason.cloneNode(true).childNodes]);
    tip.hidden = false;
    const at = mark.getClientRects()[0], width = tip.offsetWidth, room = document.documentElement.clientWidth;
    tip.style.left = Math.max(8, Math.min(at.left, room - width - 8)) + scrollX + "px";
    const below = at.bottom + 6 + tip.offsetHeight < innerHeight;
    tip.style.top = (below ? at.bottom + 6 : Math.max(8, at.top - tip.offsetHeight - 6)) + scrollY + "px";
    mark.setAttribute("aria-describedby", "tip");
    tipped = mark;
  };
  const marked = (e) => (e.target.closest ? e.target.closest("a.mark") : null);
  document.addEventListener("pointerover", (e) => {
    const mark = marked(e);
    clearTimeout(leaving);
    if (mark) showTip(mark);
    else if (tipped && !tip.contains(e.target) && document.activeElement !== tipped) leaving = setTimeout(hideTip, 250);
  });
  document.addEventListener("focusin", (e) => { const mark = marked(e); mark ? showTip(mark) : hideTip(); });
  document.addEventListener("keydown", (e) => { if (e.key === "Escape") hideTip(); });

  // Texts that are seen side by side begin where they differ.
  document.addEventListener("toggle", (e) => {
    const texts = [...e.target.querySelectorAll(".texts .posting")];
    const firsts = texts.map((t) => t.querySelector(".changed"));
    const line = Math.min(...firsts.map((f) => (f ? [...f.parentNode.children].indexOf(f) : Infinity)));
    for (const t of texts) {
      const from = t.children[Math.min(line, t.children.length - 1)];
      if (from) t.scrollTop = from.offsetTop - t.offsetTop - 60;
    }
  }, true);

  // A link into a closed list opens it.
  document.addEventListener("click", (e) => {
    const link = e.target.closest && e.target.closest('a[href^="#"]');
    const to = link && byID(link.getAttribute("href").slice(1));
    const closed = to && to.closest("details:not([open])");
    if (closed) closed.open = true;
  });

  // A print shows all.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("main details:not([open])")];
    for (const d of closed) d.open = true;
  });
  addEventListener("afterprint", () => { for (const d of closed) d.open = false; });

  if (!form) return;

  const send = (path, more, signal) => {
    const body = new URLSearchParams(new FormData(form));
    if (more) body.set("more", "1");
    return fetch(path, { method: "POST", body, signal }).then((r) => (r.ok ? r.text() : Promise.reject(r)));
  };

  // One question at a time: a newer one ends the older.
  let asking = null, timer = 0, slow = 0, quiet = 0, said = "", last = null, landing = false;
  const text = byID("text"), before = byID("before"), say = byID("say");
  const key = () => ["text", "title", "company"].map((n) => form.elements[n].value).join("\0") + "\0" + form.elements.means.value + "\0" + form.elements.prior.value + "\0" + form.elements.share.value;

  const ask = () => {
    if (key() === last) return;
    last = key();
    if (asking) asking.abort();
    clearTimeout(slow);
    asking = new AbortController();
    const { signal } = asking;
    send("/fragment", false, signal).then((html) => {
      if (landing && result.getBoundingClientRect().top > innerHeight * 0.8) result.scrollIntoView();
      landing = false;
      const old = byID("more"), open = [...result.querySelectorAll("details[open]")].map((d) => d.querySelector("summary").textContent.trim().split("\n")[0]);
      hideTip();
      result.innerHTML = html;
      for (const d of result.querySelectorAll("details"))
        if (open.includes(d.querySelector("summary").textContent.trim().split("\n")[0])) d.open = true;
      const fresh = byID("more");
      if (!fresh) return;
      if (old && old.childElementCount > 1) { fresh.replaceWith(old); old.classList.add("stale"); }
      slow = setTimeout(() => send("/fragment", true, signal).then((html) => {
        byID("more").innerHTML = html;
        byID("more").classList.remove("stale");
      }).catch(() => {}), 400);
      // Told once one rests, and only when the answer has changed.
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        const level = result.querySelector(".level"), odds = result.querySelector(".odds");
        const now = level ? level.textContent + ". " + (odds ? odds.textContent : "") : "";
        if (now !== said) say.textContent = said = now;
      }, 1200);
    }).catch((r) => {
      if (signal.aborted) return;
      last = null; // the same may be asked again
      const tell = (why) => {
        const p = document.createElement("p");
        p.className = "problem";
        p.textContent = why;
        result.replaceChildren(p);
        say.textContent = said = why;
      };
      if (!r.text) return tell(result.dataset.lost);
      r.text().then((html) => {
        const page = new DOMParser().parseFromString(html, "text/html").querySelector(".problem");
        tell(page ? page.textContent : r.status);
      });
    });
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });

  // A pasted posting is what later edits are compared with.
  text.addEventListener("paste", () => setTimeout(() => {
    const whole = text.value.length;
    if (whole < 200) return;
    clearTimeout(timer);
    before.value = "";
    send("/save").then((id) => { before.value = id; }).catch(() => {});
    landing = true; // on a small screen the answer is below
    ask();
  }));
  last = result.querySelector(".level") ? key() : null;
  if (text.value && last === null) ask();

  // Where some words of the posting stand in the box, whatever white space is
  // between them; null: nowhere.
  const find = (words) => {
    const parts = words.trim().split(/\s+/).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return words.trim() ? new RegExp(parts.join("\\s+")).exec(text.value) : null;
  };
  document.addEventListener("click", (e) => {
    const b = e.target.closest && e.target.closest("button");
    if (!b) return;
    if (b.dataset.add) {
      const whole = text.value, line = find(b.dataset.after);
      const at = line ? line.index + line[0].length : whole.trimEnd().length, added = "\n- " + b.dataset.add;
      text.value = whole.slice(0, at) + added + whole.slice(at);
      text.focus();
      text.setSelectionRange(at + 3, at + added.length);
      ask();
    } else if (b.dataset.find) {
      const at = find(b.dataset.find);
      text.focus();
      if (at) text.setSelectionRange(at.index, at.index + at[0].length);
    } else if ("copy" in b.dataset) {
      const got = "form" in b.dataset ? send(b.dataset.copy) : fetch(b.dataset.copy).then((r) => r.text());
      got.then((t) => navigator.clipboard.writeText(t)).then(() => { say.textContent = b.textContent = "✓ " + b.textContent.replace("✓ ", ""); }).catch(() => {});
    } else if ("print" in b.dataset) {
      print();
    }
  });

  // Files and folders may be dropped anywhere.
  const zone = byID("dropzone"), upload = byID("upload"), file = byID("file");
  const entries = (entry) => new Promise((done) => {
    if (entry.isFile) return entry.file((f) => done([f]), () => done([]));
    const reader = entry.createReader(), all = [];
    const next = () => reader.readEntries((some) => {
      if (!some.length) return Promise.all(all.map(entries)).then((lists) => done(lists.flat()));
      all.push(...some);
      next();
    }, () => done([]));
    next();
  });
  const holds = (e) => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
  document.addEventListener("dragover", (e) => { if (holds(e)) { e.preventDefault(); zone.hidden = false; } });
  document.addEventListener("dragleave", (e) => { if (!e.relatedTarget) zone.hidden = true; });
  document.addEventListener("drop", (e) => {
    if (!holds(e)) return;
    e.preventDefault();
    zone.hidden = true;
    const found = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry && i.webkitGetAsEntry()).filter(Boolean);
    const files = found.length ? Promise.all(found.map(entries)).then((l) => l.flat()) : Promise.resolve([...e.dataTransfer.files]);
    files.then((list) => {
      const all = new DataTransfer();
      for (const f of list.filter((f) => !f.name.startsWith("."))) all.items.add(f);
      if (!all.files.length) return;
      file.files = all.files;
      upload.requestSubmit();
    });
  });
  file.addEventListener("change", () => { if (file.files.length) upload.requestSubmit(); });
})();
