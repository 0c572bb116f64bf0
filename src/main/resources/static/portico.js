// Behaviour by attribute, for console and portal. Listeners sit on the document, so parts swapped in by htmx work too;
// without scripts every page still does its job.
(() => {
  const doc = document;
  const all = (selector, within = doc) =>
    [...(within.matches?.(selector) ? [within] : []), ...within.querySelectorAll(selector)];
  const on = (type, selector, act) => doc.addEventListener(type, (event) => {
    const found = event.target.closest?.(selector);
    if (found) act(found, event);
  });
  doc.documentElement.setAttribute("data-js", "");

  // Says a sentence to screen readers without moving the focus.
  const announce = (text) => {
    const voice = doc.getElementById("announcer") ?? doc.createElement("div");
    Object.assign(voice, { id: "announcer", className: "visually-hidden", textContent: "" });
    voice.setAttribute("role", "status");
    (doc.querySelector("dialog:modal") ?? doc.body).append(voice);
    setTimeout(() => { voice.textContent = text; }, 50);
  };

  // data-copy="#id" data-copied="Copied"
  const byHand = (text, near) => {
    const box = Object.assign(doc.createElement("textarea"), { value: text });
    near.after(box);
    box.select();
    const done = doc.execCommand("copy");
    box.remove();
    near.focus();
    return done;
  };
  on("click", "[data-copy]:not([data-done])", async (button) => {
    const source = doc.querySelector(button.dataset.copy);
    const text = source.value ?? source.textContent.trim();
    const done = await Promise.resolve(navigator.clipboard?.writeText(text).then(() => true))
      .catch(() => false) || byHand(text, button);
    if (!done) return source.select?.();
    const before = [...button.childNodes];
    const said = button.dataset.copied || "✓";
    button.style.minWidth = `${button.offsetWidth}px`;
    button.setAttribute("data-done", "");
    button.replaceChildren(said);
    announce(said);
    setTimeout(() => {
      button.removeAttribute("data-done");
      button.replaceChildren(...before);
    }, 2000);
  });

  // data-inserts="TEXT" data-inserts-into="field": puts TEXT where the cursor was last, in the fields of its form
  const written = new WeakMap();
  on("focusin", "input[type=text], textarea", (field) => { if (field.form) written.set(field.form, field); });
  on("click", "[data-inserts]", (button) => {
    const field = written.get(button.form) ?? button.form.elements[button.dataset.insertsInto];
    field.setRangeText(button.dataset.inserts, field.selectionStart, field.selectionEnd, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true }));
    announce(button.dataset.inserts);
  });

  // data-previews: a button that is pressed by itself a moment after its form was written in
  const waiting = new WeakMap();
  for (const type of ["input", "change"]) on(type, "form:has([data-previews]) :is(input, textarea)", ({ form }) => {
    clearTimeout(waiting.get(form));
    waiting.set(form, setTimeout(() => form.requestSubmit(form.querySelector("[data-previews]")), 500));
  });

  // data-opens="dialog-id", data-closes; a press beside the dialog closes it
  on("click", "[data-opens]", (button) => doc.getElementById(button.dataset.opens)?.showModal());
  on("click", "[data-closes]", (button) => button.closest("dialog")?.close());
  on("mousedown", "dialog.dialog", (dialog, { target, clientX: x, clientY: y }) => {
    const box = dialog.getBoundingClientRect();
    if (target === dialog && (x < box.left || x > box.right || y < box.top || y > box.bottom)) dialog.close();
  });

  // Menus made of <details> close like menus do, and tips go away on Escape (WCAG 1.4.13)
  on("click", "body", (body, event) => all("details:is(.switcher, .pop)[open]")
    .filter((menu) => !menu.contains(event.target)).forEach((menu) => { menu.open = false; }));
  on("keydown", "body", (body, event) => {
    if (event.key !== "Escape") return;
    body.dataset.tips = "off";
    all("details:is(.switcher, .pop, .side-menu)[open]").forEach((menu) => {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });
  for (const type of ["pointerover", "focusin"]) on(type, ".figure, .has-tip", () => delete doc.body.dataset.tips);

  // data-confirms="TEXT": the form can be sent once TEXT is typed
  const confirm = (input) => all("[type=submit]", input.form)
    .forEach((button) => { button.disabled = input.value.trim() !== input.dataset.confirms; });
  on("input", "[data-confirms]", confirm);

  // data-select-all="name" rules the check boxes of that name in its form; [data-selection-bar] with
  // [data-selection-count]; [data-selection-all="812"] offers the rest through input[name=all]
  const masters = () => all("[data-select-all]");
  const rowsOf = (master) => all(`input[type=checkbox][name="${master.dataset.selectAll}"]:enabled`)
    .filter((box) => box !== master && box.form === master.form);
  const part = (master, selector) => master.form?.querySelector(selector) ?? doc.querySelector(selector);
  const count = (master) => {
    const rows = rowsOf(master);
    const ticked = rows.filter((row) => row.checked).length;
    const whole = ticked > 0 && ticked === rows.length;
    master.checked = whole;
    master.indeterminate = ticked > 0 && !whole;
    const bar = part(master, "[data-selection-bar]");
    const offer = part(master, "[data-selection-all]");
    const every = part(master, "input[name=all]");
    const box = every?.type === "checkbox";
    if (every && !whole) box ? (every.checked = false) : (every.value = "");
    const chosen = every && (box ? every.checked : every.value === "true");
    const matching = Number(offer?.dataset.selectionAll);
    if (offer) offer.hidden = !whole || matching <= rows.length || (chosen && !box);
    if (!bar) return;
    bar.hidden = ticked === 0;
    bar.toggleAttribute("data-shown", ticked > 0);
    for (const each of all("[data-selection-count]", bar)) {
      each.textContent = (chosen ? matching : ticked).toLocaleString(doc.documentElement.lang);
    }
  };
  const tick = (master, checked) => {
    rowsOf(master).forEach((row) => { row.checked = checked; });
    count(master);
  };
  on("change", "input[type=checkbox]", () => masters().forEach(count));
  on("click", "[data-select-all]", (master) => tick(master, master.checked));
  on("click", "[data-selection-clear]", () => masters().forEach((master) => tick(master, false)));
  on("click", "button[data-selection-all]", (button) => {
    part(button, "input[name=all]").value = "true";
    masters().forEach(count);
  });

  // data-submits: sends its form when it changes
  on("change", "[data-submits]", (input) => input.form.requestSubmit());

  // data-busy="Sending…": the button tells that the form is under way, and cannot be pressed twice
  const idle = new WeakMap();
  const rest = (button) => {
    button.replaceChildren(...idle.get(button));
    button.removeAttribute("aria-busy");
    button.disabled = false;
  };
  on("submit", "form", (form, event) => {
    const button = event.submitter ?? form.querySelector("[data-busy]");
    if (button?.dataset.busy) setTimeout(() => {
      idle.set(button, [...button.childNodes]);
      button.replaceChildren(button.dataset.busy);
      button.setAttribute("aria-busy", "true");
      button.disabled = true;
      announce(button.dataset.busy);
    });
  });
  const restAll = (within) => all("[data-busy][aria-busy]", within).filter((each) => idle.has(each)).forEach(rest);
  doc.addEventListener("htmx:afterRequest", (event) => restAll(event.target));

  // data-poll="2000" hx-trigger="poll": asks only while somebody looks
  const asked = new WeakMap();
  setInterval(() => {
    if (doc.hidden) return;
    for (const each of all("[data-poll]:not(.htmx-request)")) {
      if (!asked.has(each)) asked.set(each, Date.now());
      if (Date.now() - asked.get(each) < Number(each.dataset.poll)) continue;
      asked.set(each, Date.now());
      each.dispatchEvent(new CustomEvent("poll"));
    }
  }, 250);

  // data-mirrors="#id": shows what is typed there
  const mirror = (view) => {
    view.dataset.empty ??= view.textContent;
    view.textContent = doc.querySelector(view.dataset.mirrors)?.value.trim() || view.dataset.empty;
  };
  on("input", "input, textarea", () => all("[data-mirrors]").forEach(mirror));

  // What has to be set up when a page or a part of one arrives
  const arrive = (within) => {
    all("[data-confirms]", within).forEach(confirm);
    all("[data-mirrors]", within).forEach(mirror);
    masters().forEach(count);
    for (const dialog of all("dialog.dialog[open]:not(:modal)", within)) {
      dialog.close();
      dialog.showModal();
    }
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    for (const each of all(":is(input, select)[data-time-zone], [data-time-zone] :is(input, select)", within)) {
      const fits = each.options ? [...each.options].some((option) => option.value === zone) : true;
      if (fits && !(each.options ? each.querySelector("option[selected]") : each.value)) each.value = zone;
    }
    for (const wrap of all(".table-wrap")) {
      if (wrap.scrollWidth > wrap.clientWidth && !wrap.querySelector("a, button, input")) wrap.tabIndex = 0;
    }
  };
  arrive(doc);
  doc.addEventListener("htmx:load", (event) => arrive(event.target));
  addEventListener("pageshow", () => {
    restAll(doc);
    masters().forEach(count);
  });
})();
