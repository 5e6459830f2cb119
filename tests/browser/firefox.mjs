// Firefox, ordered about by lines of JSON: ["open", address], ["press", keys], ["click", selector], ["evaluate", code].
import { createInterface } from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(`${process.env.NODE_MODULES}/`);
const puppeteer = require("puppeteer-core");

const browser = await puppeteer.launch({
  browser: "firefox",
  executablePath: process.env.FIREFOX,
  headless: true,
  extraPrefsFirefox: { "intl.accept_languages": "fr-FR, fr", "media.volume_scale": "0.0" },
});
const page = await browser.newPage();
await page.setViewport({ width: 400, height: 860 });

const orders = {
  open: async (address) => { await page.goto(address); },
  press: (keys) => page.keyboard.type(keys),
  click: (selector) => page.click(selector),
  evaluate: (code) => page.evaluate(`(async () => (${code}))()`),
  end: () => browser.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const [name, value] = JSON.parse(line);
  let answer;
  try {
    answer = { value: await orders[name](value) };
  } catch (fault) {
    answer = { fault: `${name} ${value}: ${fault.message}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
  if (name === "end") break;
}
process.exit(0);
