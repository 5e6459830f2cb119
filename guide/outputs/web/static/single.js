// The single-file edition holds its files as text; each becomes an address when it is first asked for.
const embedded = new Map();

const embeddedAddress = (path) => {
  if (!embedded.has(path)) {
    const holder = document.querySelector(`script[data-path="${CSS.escape(path)}"]`);
    const bytes = Uint8Array.from(atob(holder.textContent), (letter) => letter.charCodeAt(0));
    embedded.set(path, URL.createObjectURL(new Blob([bytes], { type: holder.dataset.type })));
  }
  return embedded.get(path);
};
