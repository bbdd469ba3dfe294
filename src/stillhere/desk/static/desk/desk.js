// Comforts only: every page works without this file.
"use strict";

// What a key says: by the letter it prints, as on QWERTZ; on a layout without Latin
// letters, as the Armenian and the Russian one, by where it stands.
const keyMeant = (event) =>
  /^([\x21-\x7e]|\p{Script=Latin})$/u.test(event.key)
    ? event.key.toLowerCase()
    : event.code.replace(/^(Key|Digit)(?=.$)/, "").toLowerCase();

// "/" puts the cursor into the search box, unless somebody is typing.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select")) return;
  const box = document.querySelector("[data-search]");
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

// A form that was sent is not sent twice by an impatient second press.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 4000);
});

// Boxes that send their form when they change carry a button for those without script.
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-sends]")) event.target.form.requestSubmit();
});
document.documentElement.classList.add("scripted");
