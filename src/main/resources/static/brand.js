// The brand's page: previews follow what is kept as a draft, and a colour can be picked or typed.
(() => {
  const doc = document;
  const frames = () => doc.querySelectorAll("iframe[data-reloads]");
  // Replaced, not navigated: the way back leads to the page before this one.
  doc.addEventListener("drafted", () => frames().forEach((frame) => frame.contentWindow.location.replace(frame.src)));

  doc.addEventListener("input", ({ target }) => {
    const field = target.dataset?.picks && doc.getElementById(target.dataset.picks);
    if (field) {
      field.value = target.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    const pick = doc.querySelector(`[data-picks="${CSS.escape(target.id)}"]`);
    if (pick && /^#[0-9a-f]{6}$/i.test(target.value)) pick.value = target.value.toLowerCase();
  });
})();
