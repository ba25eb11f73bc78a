// Opens pages in headless Chromium, in light, dark, print and at the width of a phone, with scripts switched off as a
// reader may have it, and fails if a page does anything but show itself.
//
//   node check.js [--screenshots DIR] [--only VIEW] PAGE...
//
// --only looks at one view alone, which is enough to see that a broken page is found.
// A page about many systems may be larger than one about a single system.
// Ends with 0 if nothing is wrong, 1 if something is, 2 if it was called wrongly.
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const SYSTEM_LIMIT = 500_000;
const PORTFOLIO_LIMIT = 5_000_000;
const PATIENCE = 120_000;
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const VIEWS = [
  { name: 'light', viewport: DESKTOP, colorScheme: 'light' },
  { name: 'dark', viewport: DESKTOP, colorScheme: 'dark' },
  { name: 'phone', viewport: PHONE, colorScheme: 'light', narrow: true },
  { name: 'print', viewport: { width: 794, height: 1123 }, colorScheme: 'dark', media: 'print' },
];

const faults = [];

function fault(page, view, text) {
  faults.push(`${page} (${view}): ${text}`);
  console.error(`FAILED ${page} (${view}): ${text}`);
}

function wrongUse(text) {
  console.error(`${text}\nnode check.js [--screenshots DIR] [--only VIEW] PAGE...`);
  process.exit(2);
}

function options(words) {
  const pages = [];
  let screenshots;
  let views = VIEWS;
  for (let i = 0; i < words.length; i++) {
    if (words[i] === '--screenshots') {
      screenshots = words[++i] ?? wrongUse('--screenshots needs a folder.');
    } else if (words[i] === '--only') {
      const only = words[++i];
      views = VIEWS.filter((view) => view.name === only);
      if (views.length === 0) wrongUse(`--only needs one of ${VIEWS.map((view) => view.name).join(', ')}.`);
    } else if (words[i].startsWith('-')) {
      wrongUse(`There is no option (${words[i]}).`);
    } else {
      pages.push(resolve(words[i]));
    }
  }
  if (pages.length === 0) wrongUse('Name at least one page.');
  return { pages, screenshots, views };
}

/** What can be said of a page without opening it. */
function checkFile(name, file) {
  const text = readFileSync(file, 'utf8');
  const size = statSync(file).size;
  const limit = text.includes('<p class="kind">AI risk report</p>') ? SYSTEM_LIMIT : PORTFOLIO_LIMIT;
  if (size > limit) fault(name, 'file', `${size} bytes are more than ${limit}`);
  if (!/<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;/.test(text)) {
    fault(name, 'file', 'no strict content security policy');
  }
  return size;
}

/** Reports everything a page tries to do by itself. */
function watch(name, view, url, page) {
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('data:')) {
      fault(name, view, `a request to ${request.url()}`);
    }
  });
  page.on('console', (message) => fault(name, view, `a console message: ${message.text()}`));
  page.on('pageerror', (error) => fault(name, view, `an error: ${error.message}`));
  page.on('dialog', (dialog) => {
    fault(name, view, `a dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('popup', () => fault(name, view, 'a window of its own'));
}

/** Looks at the page as it stands: what it is made of, and whether it fits. */
async function inspect(page) {
  return page.evaluate(() => {
    const active = [];
    for (const element of document.querySelectorAll('*')) {
      const tag = element.localName;
      if (['script', 'iframe', 'object', 'embed', 'form', 'input', 'button', 'base', 'video', 'audio', 'img'].includes(tag)) {
        active.push(`an element ${tag}`);
      }
      for (const attribute of element.attributes) {
        if (attribute.name.startsWith('on') || attribute.name === 'style' || attribute.name === 'srcdoc') {
          active.push(`an attribute ${attribute.name} at ${tag}`);
        }
        if (/^(href|xlink:href|src|action|formaction)$/.test(attribute.name)
          && !/^(#.*|data:,|[A-Za-z0-9_-]+\.html)$/.test(attribute.value)) {
          active.push(`a link to ${attribute.value} at ${tag}`);
        }
      }
    }
    if (document.querySelectorAll('style').length !== 1) active.push('not exactly one style element');
    const broken = [...document.querySelectorAll('a[href^="#"], use[href^="#"]')]
      .map((link) => link.getAttribute('href').slice(1))
      .filter((id) => !document.getElementById(id));
    const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
    const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((heading) => Number(heading.localName[1]));
    const jumps = headings.filter((level, at) => level > (at === 0 ? 1 : headings[at - 1] + 1));
    const invisible = document.body.innerText.match(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu);
    return {
      active: [...new Set(active)],
      broken: [...new Set(broken)],
      twice: [...new Set(twice)],
      jumps: jumps.length,
      invisible: invisible ? invisible.length : 0,
      text: document.body.innerText.length,
      title: document.title,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      back: getComputedStyle(document.body).backgroundColor,
      closed: [...document.querySelectorAll('details')].filter((each) => {
        const inner = each.lastElementChild;
        return inner !== null && !inner.checkVisibility({ contentVisibilityAuto: true });
      }).length,
    };
  });
}

function checkContent(name, view, found) {
  found.active.forEach((text) => fault(name, view.name, text));
  found.broken.forEach((id) => fault(name, view.name, `a link to (${id}), which is not there`));
  found.twice.forEach((id) => fault(name, view.name, `the id (${id}) stands twice`));
  if (found.jumps > 0) fault(name, view.name, 'headings leave out a step');
  if (found.invisible > 0) fault(name, view.name, `${found.invisible} characters that cannot be seen`);
  if (found.text < 500) fault(name, view.name, `only ${found.text} characters can be read`);
  if (found.title.trim() === '') fault(name, view.name, 'no title');
  if (view.narrow && found.overflow > 0) fault(name, view.name, `${found.overflow} pixels wider than the screen`);
  if (view.media === 'print') {
    if (found.closed > 0) fault(name, view.name, `${found.closed} proofs stay closed on paper`);
    if (found.back !== 'rgb(255, 255, 255)') fault(name, view.name, `paper is ${found.back}`);
  }
}

async function checkAccessibility(name, view, page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  for (const violation of violations) {
    const where = violation.nodes.slice(0, 3).map((node) => node.target.join(' ')).join('; ');
    fault(name, view.name, `axe: ${violation.id}, ${violation.help} (${violation.nodes.length} times: ${where})`);
  }
}

/** A context with scripts lets the checks look; the page's own would run in it, if it had any. */
async function checkView(browser, name, file, view, screenshots) {
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({ viewport: view.viewport, colorScheme: view.colorScheme, offline: true });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  watch(name, view.name, url, page);
  if (view.media) await page.emulateMedia({ media: view.media, colorScheme: view.colorScheme });
  await page.goto(url, { waitUntil: 'load' });
  checkContent(name, view, await inspect(page));
  if (!view.media) await checkAccessibility(name, view, page);
  if (screenshots) {
    await page.screenshot({ path: join(screenshots, `${name}-${view.name}.png`), fullPage: true });
    if (view.media === 'print') await page.pdf({ path: join(screenshots, `${name}.pdf`), preferCSSPageSize: true, printBackground: false });
  }
  await context.close();
}

/** Everything must be there for a reader without scripts. */
async function checkWithoutScripts(browser, name, file) {
  const context = await browser.newContext({ viewport: DESKTOP, javaScriptEnabled: false, offline: true });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
  const main = page.locator('main');
  if (!(await main.isVisible()) || (await main.innerText()).length < 500) {
    fault(name, 'without scripts', 'the page cannot be read');
  }
  await page.keyboard.press('Tab');
  if (!(await page.locator('.skip').isVisible())) fault(name, 'without scripts', 'no link that skips to the content');
  await context.close();
}

const { pages, screenshots, views } = options(process.argv.slice(2));
if (screenshots) mkdirSync(screenshots, { recursive: true });
const executablePath = process.env.CHROMIUM ?? BROWSERS.find((path) => existsSync(path));
if (!executablePath) wrongUse('No Chromium is here; name one with CHROMIUM.');
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const file of pages) {
    const name = basename(file).replace(/\.html$/, '');
    const size = checkFile(name, file);
    for (const view of views) await checkView(browser, name, file, view, screenshots);
    if (views === VIEWS) await checkWithoutScripts(browser, name, file);
    console.log(`${name}: ${size} bytes, views: ${views.map((view) => view.name).join(', ')}`);
  }
} finally {
  await browser.close();
}
if (faults.length > 0) {
  console.error(`${faults.length} faults in ${pages.length} pages`);
  process.exit(1);
}
console.log(`nothing wrong in ${pages.length} pages`);
