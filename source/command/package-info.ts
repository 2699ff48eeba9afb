/** What the command line needs of package.json. */
export type PackageInfo = {readonly name: string; readonly version: string};
