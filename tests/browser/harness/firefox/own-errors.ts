import type { BrowserScope } from './browser-scope.ts';

/** Errors of the extension's own code, from the browser's console and from `console.error`. */
export const ownErrors = (scope: BrowserScope, origin: string): Promise<string[]> =>
  scope.run((own) => {
    const uncaught: string[] = [];
    for (const message of Services.console.getMessageArray()) {
      // Asking for the interface is what makes its fields appear. Bit 0 marks a warning, bit 3 a remark.
      if (!(message instanceof Ci.nsIScriptError)) continue;
      if (message.sourceName.startsWith(own) && (message.flags & 9) === 0)
        uncaught.push(message.errorMessage);
    }
    const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
    const said = storage
      .getEvents()
      .filter(({ level, filename }) => level === 'error' && filename.startsWith(own))
      .map((event) => `${event.filename}: ${event.arguments.map(String).join(' ')}`);
    return [...uncaught, ...said];
  }, origin);
