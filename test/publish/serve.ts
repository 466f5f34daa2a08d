import { existsSync, readFileSync, statSync } from "node:fs";
import type { Server } from "node:http";
import { createServer } from "node:http";
import path from "node:path";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".png": "image/png",
  ".xml": "application/xml",
  ".json": "application/json",
};

export interface Served {
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Any static host: files of the folder under the path, `index.html` for folders, its 404 page else. */
export async function serve(folder: string, under: string): Promise<Served> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    const asked = path.join(folder, decodeURIComponent(pathname).replace(under, ""));
    const isFolder = existsSync(asked) && statSync(asked).isDirectory();
    const file = isFolder ? path.join(asked, "index.html") : asked;
    const found = pathname.startsWith(under) && existsSync(file);
    const type = TYPES[path.extname(found ? file : "404.html")] ?? "application/octet-stream";
    response.writeHead(found ? 200 : 404, { "content-type": type });
    response.end(readFileSync(found ? file : path.join(folder, "404.html")));
  });
  const port = await listening(server);
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
