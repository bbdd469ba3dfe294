// Keys of quick entry and of returned sheets. Every page works without this file.
"use strict";

const isField = (target) => target.closest("input, textarea, select");

// On the first page a number opens its form.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || isField(event.target)) return;
  const link = document.querySelector(`[data-key="${CSS.escape(keyMeant(event))}"]`);
  if (link) {
    event.preventDefault();
    link.click();
  }
});

// Enter sends a form of quick entry from a choice or a box, too.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.closest("form[data-quick]")) return;
  if (event.target.matches("select, input[type=checkbox], input[type=radio]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

// On a sheet Enter goes to the result of the next line; with Ctrl it sends.
const results = (form) => [...form.querySelectorAll("td.result select")];

document.addEventListener("keydown", (event) => {
  const form = event.target.closest("form[data-lines]");
  if (!form || event.key !== "Enter" || event.target.matches("button")) return;
  event.preventDefault();
  if (event.ctrlKey || event.metaKey) {
    form.requestSubmit();
    return;
  }
  const line = event.target.closest("tr");
  const all = results(form);
  const next = all[all.findIndex((field) => line.contains(field)) + 1];
  (next || form.querySelector("button")).focus();
});

// A form that waits for the next call keeps the time of now until somebody changes it.
const MINUTE = 60000;

const clock = (minutes) => {
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

for (const field of document.querySelectorAll("form[data-ticking] [name=time]")) {
  const [hour, minute] = field.value.split(":").map(Number);
  const loaded = performance.now();
  let shown = field.value;
  setInterval(() => {
    const now = hour * 60 + minute + Math.floor((performance.now() - loaded) / MINUTE);
    if (field.value !== shown || !(now < 24 * 60)) return;
    shown = clock(now);
    field.value = shown;
  }, MINUTE / 4);
}

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
