/** The environment for a program of this project: with at most one of `NO_COLOR` and `FORCE_COLOR`. */
export declare function programEnvironment(
  environment: Record<string, string | undefined>,
): Record<string, string | undefined>
