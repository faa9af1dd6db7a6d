package stress.broken.run;

/** Something to be imported wrongly. */
public final class Plan {}
