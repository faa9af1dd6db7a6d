package stress.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The process's streams.
 *
 * @param out carries only what was asked for
 * @param err carries progress and errors
 * @param outIsTerminal whether a person looks at {@code out}
 * @param errIsTerminal whether a person looks at {@code err}
 * @param columns the terminal's width
 * @param lost why something that was written to {@code out} did not get there, if so
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    boolean errIsTerminal,
    int columns,
    Supplier<Optional<String>> lost) {}
