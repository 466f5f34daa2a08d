// The set-up: a Node that is new enough and the packages of the lockfile, without any dependency of
// its own. It has to run on Node 20. What is done already is skipped.
"use strict";
const { spawn, spawnSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const fs = require("node:fs");
const path = require("node:path");

const ROOT = path.join(__dirname, "..");
const TOOLCHAIN = path.join(ROOT, ".toolchain");
const STAMP = path.join(ROOT, "node_modules", ".notewright-setup");
/** The Node brought from the package registry where the running one is too old. */
const NODE_VERSION = "24.21.0";

/** Sets up what is missing and gives the path of the Node to go on with. */
function ready() {
  const node = newEnough(process.versions.node) ? process.execPath : bringNode();
  const wanted = `${NODE_VERSION} ${hash(path.join(ROOT, "package-lock.json"))}`;
  const installed = fs.existsSync(path.join(ROOT, "package-lock.json")) && !fs.existsSync(STAMP);
  if (installed || (fs.existsSync(STAMP) && fs.readFileSync(STAMP, "utf8") !== wanted)) {
    say("installing the packages of the lockfile (once) …");
    npm(node, ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"], ROOT);
    fs.writeFileSync(STAMP, wanted);
  }
  return node;
}

function newEnough(version) {
  const least = JSON.parse(fs.readFileSync(path.join(ROOT, "package.json"), "utf8")).engines.node;
  const wanted = least.replace(">=", "").split(".").map(Number);
  const found = version.split(".").map(Number);
  for (let index = 0; index < 3; index++) {
    const difference = (found[index] ?? 0) - (wanted[index] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

/** The platform package behind the package `node` holds the binary and needs no install script. */
function bringNode() {
  const name = platformPackage();
  const folder = path.join(TOOLCHAIN, "node_modules", name);
  const binary = path.join(folder, "bin", process.platform === "win32" ? "node.exe" : "node");
  const manifest = path.join(folder, "package.json");
  const held = fs.existsSync(manifest) ? JSON.parse(fs.readFileSync(manifest, "utf8")).version : "";
  if (held === NODE_VERSION && fs.existsSync(binary)) return binary;
  say(`Node ${process.versions.node} is too old; bringing Node ${NODE_VERSION} (once) …`);
  fs.mkdirSync(TOOLCHAIN, { recursive: true });
  fs.writeFileSync(path.join(TOOLCHAIN, "package.json"), '{ "private": true }\n');
  const bring = ["install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  npm(process.execPath, [...bring, "--loglevel=error", `${name}@${NODE_VERSION}`], TOOLCHAIN);
  if (!fs.existsSync(binary)) fail(`the package ${name}@${NODE_VERSION} holds no ${binary}`);
  return binary;
}

function platformPackage() {
  const place = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  return place === "darwin-arm64" ? `node-bin-${place}` : `node-${place}`;
}

function npm(node, args, folder) {
  const script = process.env["npm_execpath"] ?? "";
  const [command, before] = script.endsWith(".js") ? [node, [script]] : ["npm", []];
  const result = spawnSync(command, [...before, ...args], {
    cwd: folder,
    env: environment(node),
    stdio: ["ignore", 2, 2],
    shell: command === "npm" && process.platform === "win32",
  });
  if (result.status !== 0) {
    fail(`npm ${args[0]} failed; is the package registry within reach? The lines above say more`);
  }
}

/** The given Node comes first on the path, so that whatever is started finds it. */
function environment(node) {
  const found = { ...process.env, PATH: path.dirname(node) + path.delimiter + process.env["PATH"] };
  for (const each of Object.keys(found)) if (each.startsWith("npm_config_")) delete found[each];
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

function hash(file) {
  return createHash("sha256").update(fs.readFileSync(file)).digest("hex");
}

function say(text) {
  process.stderr.write(`notewright: ${text}\n`);
}

function fail(text) {
  say(text);
  process.exit(1);
}

module.exports = { ready, runUnder };
