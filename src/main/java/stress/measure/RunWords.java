package stress.measure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The words of a run file and what they stand for, in the order of their declaration. */
final class RunWords {
  static final Map<String, Scenario> SCENARIOS = by(Scenario.values(), Scenario::id);
  static final Map<String, End> ENDS = by(End.values(), End::id);
  static final Map<String, Counter> COUNTERS = by(Counter.values(), Counter::id);
  static final Map<String, Series> SERIES = by(Series.values(), Series::id);
  static final Map<String, Gauge> GAUGES = by(Gauge.values(), Gauge::id);
  static final Map<String, Phase> PHASES = by(Phase.values(), Phase::id);
  static final Map<String, ErrorKind> KINDS = by(ErrorKind.values(), ErrorKind::id);
  static final Map<String, Identity> IDENTITIES = by(Identity.values(), Identity::id);
  static final Map<String, Closer> CLOSERS = by(Closer.values(), Closer::id);
  static final Map<String, Monitored.Kind> MONITORED =
      by(Monitored.Kind.values(), Monitored.Kind::id);
  static final Map<String, CaseResult.Verdict> VERDICTS =
      by(CaseResult.Verdict.values(), CaseResult.Verdict::id);

  private RunWords() {}

  private static <T> Map<String, T> by(T[] values, Function<T, String> id) {
    Map<String, T> map = new LinkedHashMap<>();
    for (T value : values) {
      map.put(id.apply(value), value);
    }
    return Collections.unmodifiableMap(map);
  }
}
