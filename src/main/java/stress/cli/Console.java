package stress.cli;

import java.io.PrintWriter;

/**
 * The process's streams.
 *
 * @param out carries only what was asked for
 * @param err carries progress and errors
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param columns the terminal's width
 */
public record Console(
    PrintWriter out, PrintWriter err, boolean outIsTerminal, boolean errIsTerminal, int columns) {}
