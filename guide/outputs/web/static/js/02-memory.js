// What this phone remembers of the visit: language, look, positions, what was heard. It never leaves the phone.
const memoryKey = `guide ${site.id}`;
const VISIT_MS = 12 * 3600 * 1000;

const readMemory = () => {
  try {
    return JSON.parse(localStorage.getItem(memoryKey)) || {};
  } catch {
    return {};
  }
};

let memory = readMemory();
let kept = true;

/** What is remembered now: another tab may have added to it; a window that keeps nothing still knows its own visit. */
const latest = () => (kept ? readMemory() : memory);

const remember = (changes) => {
  memory = { ...latest(), ...changes };
  try {
    localStorage.setItem(memoryKey, JSON.stringify(memory));
  } catch {
    // A private window or a full phone may refuse: then the visit is forgotten with the page, and all else works.
    kept = false;
  }
};

const rememberIn = (part, name, value) => remember({ [part]: { ...latest()[part], [name]: value } });
const recall = (part, name) => memory[part]?.[name];

/** Whether a stop's warning was accepted in this visit (half a day). */
const accepted = (stop) => Date.now() - (recall("accepted", stop.id) || 0) < VISIT_MS;
