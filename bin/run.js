// `node bin/run.js scripts/check.ts …`: a script of the repository under the Node that fits.
"use strict";
const path = require("node:path");
const { ready, runUnder } = require("./setup.js");

const [script, ...rest] = process.argv.slice(2);
runUnder(ready(), [path.join(__dirname, "..", script), ...rest]);
