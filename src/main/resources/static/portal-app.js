// The portal as an app: registers its service worker, and offers once and quietly to install it.
(() => {
  navigator.serviceWorker?.register("/sw.js").catch(() => {});

  const offer = document.querySelector("[data-install]");
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  if (!offer || installed || document.cookie.includes("portal_install=later")) return;
  const part = (name) => offer.querySelector(`[data-install-${name}]`);
  const show = (name) => {
    part(name).hidden = false;
    offer.hidden = false;
  };

  // iPhones and iPads have no event for it; a newer iPad calls itself a Mac, but is touched.
  const apple = /iPhone|iPad|iPod/.test(navigator.userAgent)
    || (navigator.platform === "MacIntel" && navigator.maxTouchPoints > 1);
  if (apple) show("by-hand");

  let prompt;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    show("now");
  });
  addEventListener("appinstalled", () => { offer.hidden = true; });
  part("now").addEventListener("click", async () => {
    await prompt?.prompt();
    offer.hidden = true;
  });
  part("later").addEventListener("click", () => {
    document.cookie = "portal_install=later; path=/; max-age=15552000; samesite=lax";
    offer.hidden = true;
  });
})();
