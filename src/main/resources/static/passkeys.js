// Passkeys: a form with data-passkey="create" or "get" asks its data-options for what the browser's own dialogue needs,
// puts the answer into its field and goes on. Without passkeys such forms for signing in stay hidden.
(() => {
  if (!window.PublicKeyCredential) return;
  const doc = document;
  const all = (selector) => doc.querySelectorAll(selector);
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (each) => each.charCodeAt(0));
  const text = (buffer) => buffer && btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => list.map((each) => ({ ...each, id: bytes(each.id) }));

  const ask = {
    create: (options) => navigator.credentials.create({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: known(options.excludeCredentials),
    } }),
    get: (options) => navigator.credentials.get({ publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: known(options.allowCredentials),
    } }),
  };

  // RegistrationResponseJSON and AuthenticationResponseJSON of WebAuthn Level 3, also for browsers without toJSON.
  const told = ({ id, rawId, type, response }) => JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    clientExtensionResults: {},
    response: Object.fromEntries(["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"]
      .filter((name) => response[name])
      .map((name) => [name, text(response[name])])),
  });

  const options = async (form) => {
    const answer = await fetch(form.dataset.options, {
      method: "POST",
      headers: { "X-CSRF-Token": form.elements._csrf.value, Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`options: ${answer.status}`);
    return answer.json();
  };

  const go = async (form) => {
    const failed = form.querySelector("[data-passkey-failed]");
    const button = form.querySelector("[type=submit]");
    failed.hidden = true;
    button.disabled = true;
    try {
      const credential = await ask[form.dataset.passkey](await options(form));
      (form.querySelector("[data-credential]") ?? form.elements.credential).value = told(credential);
      form.submit();
    } catch {
      failed.hidden = false;
    }
    button.disabled = false;
  };

  doc.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-passkey]");
    if (!form) return;
    event.preventDefault();
    go(form);
  });
  for (const each of all("form[data-passkey], [data-passkeys-only]")) each.hidden = false;
  for (const each of all("[data-passkeys-missing]")) each.hidden = true;
})();
