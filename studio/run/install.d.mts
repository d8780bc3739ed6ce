/**
 * Runs `npm install` when node_modules is missing, unfinished or no longer what package-lock.json says.
 * Resolves with `false`, after words on the terminal, when that fails.
 */
export declare function installWhatIsMissing(): Promise<boolean>

/** A sentence, or `null` when everything is there. `root` is the folder of package.json. */
export declare function reasonToInstall(root?: string): string | null
