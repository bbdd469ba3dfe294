// Keys of a doubtful link: S, D, U decide, N goes on, Z takes back. Works without, too.
"use strict";

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.target.closest("input, textarea, select")) return;
  const meant = document.querySelector(`[data-key="${CSS.escape(keyMeant(event))}"]`);
  if (!meant) return;
  event.preventDefault();
  meant.click();
});
