package stress.cli;

import java.util.List;
import stress.load.Stage;

/**
 * The value of {@code --stages}: one value, not several, which is what a plain list would mean to
 * the parser of options.
 */
public record StageList(List<Stage> stages) {}
