// Files can be dropped anywhere on the zone; the list of what is chosen stands below it.
const zone = document.querySelector("[data-drop]");
const box = zone?.querySelector("input[type=file]");

function show() {
  const list = zone.querySelector("[data-chosen]");
  list.replaceChildren(
    ...Array.from(box.files, (file) => {
      const line = document.createElement("li");
      line.textContent = file.name;
      return line;
    }),
  );
}

if (box) {
  box.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  for (const kind of ["dragleave", "drop"]) {
    zone.addEventListener(kind, () => zone.classList.remove("over"));
  }
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    box.files = event.dataTransfer.files;
    show();
  });
}
