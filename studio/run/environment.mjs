/**
 * The environment for a program of this project. Node 22 writes two lines to stderr when both `NO_COLOR` and
 * `FORCE_COLOR` are set (npm, CI and vitest set them); it follows `FORCE_COLOR`, so that one stays.
 */
export function programEnvironment(environment) {
  const {NO_COLOR: noColor, ...rest} = environment
  if (noColor === undefined || rest.FORCE_COLOR !== undefined) return rest
  return {...rest, NO_COLOR: noColor}
}
