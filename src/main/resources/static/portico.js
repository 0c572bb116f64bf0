// Behaviour by attribute, for console and portal. Listeners sit on the document, so parts swapped in by htmx work too;
// without scripts every page still does its job.
(() => {
  const doc = document;
  const all = (selector, within = doc) => [...within.querySelectorAll(selector)];
  const on = (type, selector, act, capture = false) =>
    doc.addEventListener(type, (event) => {
      const found = event.target.closest?.(selector);
      if (found) act(found, event);
    }, capture);

  doc.documentElement.setAttribute("data-js", "");

  // Says a sentence to screen readers without moving the focus.
  const announce = (text) => {
    let voice = doc.getElementById("announcer");
    if (!voice) {
      voice = doc.createElement("div");
      voice.id = "announcer";
      voice.className = "visually-hidden";
      voice.setAttribute("role", "status");
      doc.body.append(voice);
    }
    voice.textContent = "";
    setTimeout(() => { voice.textContent = text; }, 50);
  };

  // data-copy="#id" data-copied="Copied"
  const copy = async (source) => {
    const text = source.value ?? source.textContent.trim();
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const box = source.select ? source : Object.assign(doc.createElement("textarea"), { value: text });
      const back = doc.activeElement;
      if (box !== source) (source.closest("dialog") ?? doc.body).append(box);
      box.select();
      const done = doc.execCommand("copy");
      if (box !== source) box.remove();
      back?.focus();
      if (!done) throw new Error("not copied");
    }
  };
  on("click", "[data-copy]", async (button) => {
    const source = doc.querySelector(button.dataset.copy);
    if (!source || button.hasAttribute("data-done")) return;
    try {
      await copy(source);
    } catch {
      source.focus?.();
      return source.select?.();
    }
    const before = [...button.childNodes];
    const said = button.dataset.copied || "✓";
    button.style.minWidth = `${button.offsetWidth}px`;
    button.setAttribute("data-done", "");
    button.replaceChildren(said);
    announce(said);
    setTimeout(() => {
      button.removeAttribute("data-done");
      button.style.minWidth = "";
      button.replaceChildren(...before);
    }, 2000);
  });

  // data-opens="dialog-id", data-closes; a press beside the dialog closes it
  on("click", "[data-opens]", (button) => doc.getElementById(button.dataset.opens)?.showModal());
  on("click", "[data-closes]", (button) => button.closest("dialog")?.close());
  on("mousedown", "dialog.dialog", (dialog, event) => {
    const box = dialog.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right
      && event.clientY >= box.top && event.clientY <= box.bottom;
    if (event.target === dialog && !inside) dialog.close();
  });

  // Menus made of <details> close like menus do; tips too
  doc.addEventListener("click", (event) => all("details.switcher[open], details.pop[open]")
    .filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; }));
  doc.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    doc.body.dataset.tips = "off";
    all("details:is(.switcher, .pop, .side-menu)[open]").forEach((menu) => {
      menu.open = false;
      if (menu.contains(doc.activeElement)) menu.querySelector("summary").focus();
    });
  });
  ["pointerover", "focusin"].forEach((type) => on(type, ".figure, .has-tip", () => delete doc.body.dataset.tips));

  // data-confirms="TEXT": the form can be sent once TEXT is typed
  const confirm = (input) => all("[type=submit], button:not([type])", input.form ?? doc)
    .filter((button) => button.form === input.form && !button.hasAttribute("formnovalidate"))
    .forEach((button) => { button.disabled = input.value.trim() !== input.dataset.confirms; });
  on("input", "[data-confirms]", confirm);

  // data-select-all="name", [data-selection-bar], [data-selection-count], [data-selection-all="812"]
  const rowsOf = (master) => all(`input[type=checkbox][name="${master.dataset.selectAll}"]`)
    .filter((box) => box !== master && box.form === master.form && !box.disabled);
  const part = (master, selector) => all(selector, master.form ?? doc)[0] ?? doc.querySelector(selector);
  const select = (master) => {
    const rows = rowsOf(master);
    const ticked = rows.filter((row) => row.checked).length;
    const whole = rows.length > 0 && ticked === rows.length;
    const bar = part(master, "[data-selection-bar]");
    const offer = part(master, "[data-selection-all]");
    const every = part(master, "input[name=all]");
    if (every && !whole) every.type === "checkbox" ? (every.checked = false) : (every.value = "");
    const chosen = every && (every.type === "checkbox" ? every.checked : every.value === "true");
    master.checked = whole;
    master.indeterminate = ticked > 0 && !whole;
    if (offer) {
      offer.hidden = !whole || rows.length >= Number(offer.dataset.selectionAll || Infinity)
        || (chosen && every.type !== "checkbox");
    }
    if (!bar) return;
    bar.hidden = ticked === 0;
    bar.toggleAttribute("data-shown", ticked > 0);
    const count = chosen ? Number(offer?.dataset.selectionAll) || ticked : ticked;
    all("[data-selection-count]", bar).forEach((each) => {
      each.textContent = count.toLocaleString(doc.documentElement.lang);
    });
  };
  const masters = () => all("[data-select-all]");
  let last;
  on("click", "input[type=checkbox]", (box, event) => {
    const master = masters().find((each) => rowsOf(each).includes(box));
    if (!master) return;
    const rows = rowsOf(master);
    const [from, to] = [rows.indexOf(last), rows.indexOf(box)].sort((a, b) => a - b);
    if (event.shiftKey && from >= 0) rows.slice(from, to + 1).forEach((row) => { row.checked = box.checked; });
    last = box;
    select(master);
  });
  on("change", "[data-select-all]", (master) => {
    rowsOf(master).forEach((row) => { row.checked = master.checked; });
    select(master);
  });
  on("change", "[name=all]", () => masters().forEach(select));
  on("click", "button[data-selection-all]", (button) => {
    const every = part(button, "input[name=all]");
    if (every) every.value = "true";
    masters().forEach(select);
  });
  on("click", "[data-selection-clear]", () => masters().forEach((master) => {
    rowsOf(master).forEach((row) => { row.checked = false; });
    select(master);
  }));

  // data-submits: sends its form when it changes
  on("change", "[data-submits]", (input) => input.form?.requestSubmit());

  // data-busy="Sending…": the button tells that the form is under way, and cannot be pressed twice
  const rest = (button) => {
    if (!button.rest) return;
    button.replaceChildren(...button.rest);
    button.rest = null;
    button.disabled = false;
    button.removeAttribute("aria-busy");
  };
  doc.addEventListener("submit", (event) => {
    const button = event.submitter?.dataset.busy ? event.submitter : event.target.querySelector("[data-busy]");
    if (!button || event.defaultPrevented && !event.target.matches("[hx-post], [hx-get]")) return;
    setTimeout(() => {
      button.rest ??= [...button.childNodes];
      button.replaceChildren(button.dataset.busy);
      button.setAttribute("aria-busy", "true");
      button.disabled = true;
      announce(button.dataset.busy);
    });
  });
  addEventListener("pageshow", (event) => event.persisted && all("[aria-busy]").forEach(rest));
  doc.addEventListener("htmx:afterRequest", (event) => all("[aria-busy]", event.target).forEach(rest));

  // data-poll="2000" hx-trigger="poll": asks only while somebody looks
  const asked = new WeakMap();
  const poll = () => {
    if (doc.hidden) return;
    const now = Date.now();
    all("[data-poll]").forEach((each) => {
      if (!asked.has(each)) return asked.set(each, now);
      if (now - asked.get(each) < Number(each.dataset.poll) || each.matches(".htmx-request")) return;
      asked.set(each, now);
      each.dispatchEvent(new CustomEvent("poll"));
    });
  };
  setInterval(poll, 250);
  doc.addEventListener("visibilitychange", poll);

  // data-mirrors="#id": shows what is typed there
  const mirror = (view) => {
    const source = doc.querySelector(view.dataset.mirrors);
    view.dataset.empty ??= view.textContent;
    if (source) view.textContent = source.value.trim() || view.dataset.empty;
  };
  doc.addEventListener("input", (event) => all("[data-mirrors]")
    .filter((view) => event.target.matches(view.dataset.mirrors)).forEach(mirror));

  // What has to be set up when a page or a part of one arrives
  const arrive = (within) => {
    all("[data-confirms]", within).forEach(confirm);
    all("[data-mirrors]", within).forEach(mirror);
    all("dialog.dialog[open]", within).filter((each) => !each.matches(":modal")).forEach((each) => {
      each.close();
      each.showModal();
    });
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    all(":is(input, select)[data-time-zone], [data-time-zone] :is(input, select)", within).forEach((each) => {
      if (each.options ? !each.querySelector("option[selected]") : !each.value) {
        if (!each.options || [...each.options].some((option) => option.value === zone)) each.value = zone;
      }
    });
    all(".table-wrap").filter((wrap) => wrap.scrollWidth > wrap.clientWidth && !wrap.querySelector("a, button, input"))
      .forEach((wrap) => { wrap.tabIndex = 0; });
    masters().forEach(select);
  };
  arrive(doc);
  doc.addEventListener("htmx:load", (event) => arrive(event.target));
  addEventListener("pageshow", () => masters().forEach(select));
})();
