/**
 * The command line: the only package that knows picocli, Quarkus and the process.
 *
 * <p>{@link stress.cli.Stress} is the program as a function from arguments to an exit code; {@link
 * stress.cli.Process} is everything that it touches of the process. Commands are thin: options are
 * converted, met with each other in {@code PlanMaker}, and become one immutable plan before
 * anything is sent. A wrong command is a {@code UsageError}; all errors are printed in {@code
 * Stress}.
 */
package stress.cli;
