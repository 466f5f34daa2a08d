import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Opens a PDF for reading and closes it again. */
export async function openPdf<T>(
  bytes: Uint8Array,
  work: (document: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    return await work(await task.promise);
  } finally {
    await task.destroy();
  }
}

/** Loads what reading needs, while the browser is still at work on what will be read. */
export async function readyToRead(): Promise<void> {
  const { PDFWorker } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker = new PDFWorker({ verbosity: 0 });
  await worker.promise;
  worker.destroy();
}
